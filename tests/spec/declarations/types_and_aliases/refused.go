package main

import "fmt"

type A A // ERROR
type B = B // ERROR
type C D // ERROR
type D C
type E = F // ERROR
type F = E
type G struct{ g G } // ERROR
type H [2]H // ERROR
type I struct{ j J } // ERROR
type J struct{ i I }
type K []K
type L map[L]int // ERROR
type M func(M) M
type N interface{ N } // ERROR
type O = struct{ o *O } // ERROR
type P struct{ p *P }
type Q int
type Q string // ERROR
type R = undefined // ERROR
type S fmt.Nope // ERROR
type T fmt // ERROR
type V = main // ERROR
type W[T any] = T // ERROR
type X[T any] struct{ x X[X[T]] } // ERROR
type Y = []Y // ERROR
type Z struct{ a, b int; c A2 } // ERROR

func (int) M() {} // ERROR
func (x *fmt.Stringer) M() {} // ERROR
func (x struct{}) M() {} // ERROR
func (x *[]int) M() {} // ERROR
func (q Q) M() {}
func (q *Q) M() {} // ERROR
func (q Q) fmt() {}

type Alias = Q

func (a Alias) M2() {}
func (a Q) M2() {} // ERROR

type PI *int

func (p PI) M() {} // ERROR

type Gen[T any] struct{}

func (g Gen) M() {} // ERROR
func (g Gen[int]) M3() {}
func (g Gen[T, U]) M4() {} // ERROR
func (g Gen[T]) M5() { var _ T = 1 } // ERROR

func main() {
	type L struct{ l L } // ERROR
	var g Gen // ERROR
	var h Gen[int, int] // ERROR
	var i Q[int] // ERROR
	var j K = K{K{}, nil}
	_, _, _, _ = g, h, i, j
}


