package main

import (
	"fmt"
	"iter"
)

type L[T any] struct{}

func (L[T]) M[U any](u U) U { return u }
func (L) N()                {} // ERROR
func (l L[int]) O() int     { var x int; return x }


func gen[T any](yield func(T) bool) {}
func two(yield func(int, string) bool) {}
func bad1(yield func(int)) {}
func bad2(yield func(int) bool) int { return 1 }
func bad3(f func(int, int, int) bool) {}

type A[T any] = []T
type B[T any] = A // ERROR
type C = A // ERROR

func main() {
	for i, j := range 10 { // ERROR
	}
	for i := range 1.5 { // ERROR
	}
	for i := range "a"[0] {
		_ = i
	}
	for i, j, k := range two { // ERROR
	}
	for i := range bad1 { // ERROR
	}
	for i := range bad2 { // ERROR
	}
	for i := range bad3 { // ERROR
	}
	for i := range gen { // ERROR
	}
	for i := range gen[string] {
		var _ int = i // ERROR
	}
	for a, b := range two { // ERROR
		var _ string = a // ERROR
	}
	var x string
	for x = range 3 { // ERROR
	}
	for i := range 1 << 70 { // ERROR
	}
	for i := range -3 {
		i++
	}
	var u uint8 // ERROR
	for u = range 300 { // ERROR
	}
	_ = new(nil) // ERROR
	_ = new(fmt) // ERROR
	_ = new(fmt.Println)
	_ = new(1 << 70) // ERROR
	_ = new(int, 1) // ERROR
	_ = new() // ERROR
	var l L[int]
	_ = l.M // ERROR
	_ = l.M[int]
	_ = l.M[int, int](1) // ERROR
	l.M("x").y() // ERROR
	_ = min() // ERROR
	_ = min(1, "a") // ERROR
	_ = min([]int{}, nil) // ERROR
	_ = max(1i, 2) // ERROR
	_ = min(x, 1) // ERROR
	clear(1) // ERROR
	clear(x) // ERROR
	clear([3]int{}) // ERROR
	_ = clear(map[int]int{}) // ERROR
	min(1, 2) // ERROR
	var it iter.Seq[int] = two // ERROR
	for i, j := range it { // ERROR
	}
	defer clear(map[int]int{})
	_ = [2]int([]string{}) // ERROR
	_ = (*[2]int)([3]int{}) // ERROR
	_ = [2]int([]int{1, 2, 3})
	goto L1 // ERROR
	v := 1
L1:
	_ = v
L2:
	for {
		break L3 // ERROR
		continue L2
	}
	func() { break L2 }() // ERROR
	if true {
		goto L4 // ERROR
	}
	{
	L4:
	}
}
