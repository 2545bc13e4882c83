package main

import "fmt"

type C1 interface{ int | string }
type C2 interface {
	~int
	String() string
}
type S[T any] struct{ v T }
type S2[T C1] struct{ v T }
type R[T any] struct{ r *R[T] }
type Bad[T any] struct{ b Bad[T] } // ERROR
type Inf[T any] struct{ x *Inf[[]T] }
type P[T *int] struct{} // ERROR
type D[T any, T any] struct{} // ERROR
type U[T any] struct{}
type E[T any] T // ERROR
type F[T int | string] func(T)
type G[T G[T]] struct{}
type H[T interface{ m(T) }] struct{}

func (s S[T]) M(t T) T        { return s.v }
func (s S[A]) N() A           { return s.v }
func (s *S) O()               {} // ERROR
func (s S[int]) Q() int       { return 1 } // ERROR
func (s S[T, U]) V()          {} // ERROR
func (s S[T]) M()             {} // ERROR
func (s S[T]) W[T any](t T)   {} // ERROR

func f1[T any](a, b T) bool   { return a == b } // ERROR
func f2[T any](a T) T         { return a + a } // ERROR
func f3[T C1](a T) T          { return a + a }
func f4[T C1](a T) int        { return len(a) } // ERROR
func f5[T any](a T) string    { return a.String() } // ERROR
func f6[T C2](a T) string     { return a.String() + string(rune(a)) }
func f7[T ~[]int | ~map[int]int](a T) int {
	for k, v := range a { // ERROR
		_ = k + v
	}
	return a[0] // ERROR
}
func f8[T ~[]int | ~[]string](a T) { _ = a[0]; a[0] = 1 } // ERROR
func f9[T any]() { var x T = nil; _ = x } // ERROR
func f10[T any](x T) { switch x.(type) {} } // ERROR
func f11[T any](x any) { switch x.(type) { case T, int, T: } } // ERROR
func f12[T int | float64](x T) T { return x % 2 } // ERROR
func f13[T int | int8](x T) T { return x + 1000 } // ERROR
func f14[T *int | *string](x T) { _ = *x } // ERROR
func f15[T any](T) { type L struct{ t T }; _ = L{}.x } // ERROR
func f16[T comparable](a, b T) bool { return a < b } // ERROR
func f17[T any, U any](x T) U { return U(x) } // ERROR
func f18[T int | string, U []byte](x T) U { return U(x) } // ERROR
func f19[T struct{ f int }](x T) int { return x.f } // ERROR
func f20[T func(int)](x T) { x(1); x("a") } // ERROR
func f21[T chan int | chan string](x T) { <-x; x <- 1 } // ERROR
func f22[K comparable, V any](m map[K]V) { m[1] = m[2] } // ERROR
func f23[T any](x *T) { x.foo() } // ERROR
func f24[T fmt.Stringer](x *T) { x.String() } // ERROR
func f25[T, U any](t T, u U) { t = u } // ERROR
func f26[T any](x T) { const c = len(x) } // ERROR
func f27[T [2]int](x T) { const c = len(x); _ = x[5] } // ERROR

var x1 C1 // ERROR
var x2 S // ERROR
var x3 S[int, int] // ERROR
var x4 S2[bool] // ERROR
var x5 interface{ int } // ERROR
var x6 = f1[int, int] // ERROR
var x7 = f3[bool] // ERROR
var x8 any = f1 // ERROR
var x9 comparable // ERROR
var x10 = S[any]{}.v.foo // ERROR
var x11 P[int] // ERROR
var x12 H[int] // ERROR

func main() {
	f1(1, "a") // ERROR
	f1[int](1, 2.5) // ERROR
	f3(1.5) // ERROR
	f1[fmt.Stringer](nil, nil)
	f1[[]int](nil, nil)
	f16[any](1, 2)
	f16[func()](nil, nil) // ERROR
	type L[T any] struct{ t T }
	var _ L[int] = L[string]{} // ERROR
	var _ S[int] = S[string]{} // ERROR
}
