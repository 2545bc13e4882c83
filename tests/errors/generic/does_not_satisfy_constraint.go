package main

import "fmt"

type number interface{ ~int | ~float64 }

func Sum[T number](x ...T) (t T)   { return }
func Show[T fmt.Stringer](t T)     {}
func Eq[T comparable](a, b T) bool { return a == b }

type t struct{}

func main() {
	Sum("a") // ERROR "string does not satisfy number (string missing in ~int | ~float64)"
	Sum[string]() // ERROR "string does not satisfy number (string missing in ~int | ~float64)"
	Show(1) // ERROR "int does not satisfy fmt.Stringer (missing method String)"
	Show(t{}) // ERROR "in call to Show, T (type t) does not satisfy fmt.Stringer (missing method String)"
	Eq([]int{}, nil) // ERROR "[]int does not satisfy comparable"
	Eq(func() {}, func() {}) // ERROR "func() does not satisfy comparable"
	Sum[int8](1) // ERROR "int8 does not satisfy number (int8 missing in ~int | ~float64)"
	Eq[map[int]int](nil, nil) // ERROR "map[int]int does not satisfy comparable"
}
