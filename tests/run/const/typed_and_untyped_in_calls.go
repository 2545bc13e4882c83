package main

import (
	"fmt"
	"time"
)

func i8(x int8) int8         { return x }
func f32(x float32) float32  { return x }
func u(x uint) uint          { return x }
func r(x rune) rune          { return x }
func c(x complex64) complex64 { return x }
func a(x any) string         { return fmt.Sprintf("%T", x) }
func v(xs ...float64) (t float64) {
	for _, x := range xs {
		t += x
	}
	return
}

type level uint8

const (
	low level = iota + 1
	high
)

func (l level) String() string { return [...]string{"?", "low", "high"}[l] }

func main() {
	fmt.Println(i8(-1<<7), f32(1)/3, u('a'), r(97.0), c(2), v(1, 2.5, 'a', 1<<3))
	fmt.Println(a(1), a(1.0), a('x'), a("s"), a(1i), a(true), a(nil), a(low), a(1<<3), a(2.0*3))
	fmt.Println(low, high, low+1, level(2), time.Duration(2)*time.Second, 3*time.Millisecond)
	var d time.Duration = 1e9
	fmt.Println(d, d*2, d/1000, 2*d == 2e9)
	var x float64 = 3
	fmt.Println(x/2, 3/2, x*1e2, 1/x == 1.0/3)
	var n uint8 = 250
	fmt.Println(n+5, n>>1, n/3*3, n|7, -n, 255-n)
	m := map[level]int{low: 1, 2: 2}
	fmt.Println(m[high], m[1])
}
