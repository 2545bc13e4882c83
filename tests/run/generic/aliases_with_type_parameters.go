package main

import "fmt"

type Set[T comparable] = map[T]struct{}
type Pair[A any] = struct{ X, Y A }
type Vec = []float64

func add[T comparable](s Set[T], v T) { s[v] = struct{}{} }

func main() {
	s := Set[string]{}
	add(s, "a")
	add(s, "a")
	add(s, "b")
	fmt.Println(len(s))
	var m map[string]struct{} = s
	fmt.Printf("%T %T\n", m, Pair[int]{1, 2})
	p := Pair[int]{1, 2}
	p = struct{ X, Y int }{3, 4}
	fmt.Println(p)
	var v Vec = []float64{1}
	fmt.Printf("%T\n", v)
}
