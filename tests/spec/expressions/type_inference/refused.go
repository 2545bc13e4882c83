package main

import "fmt"

func Map[A, B any](xs []A, f func(A) B) []B     { return nil }
func Two[T any](a, b T)                         {}
func Zero[T any]() (z T)                        { return }
func Num[T ~int | ~float64](x T)                {}
func Keys[M ~map[K]V, K comparable, V any](m M) {}
func Sl[S ~[]E, E any](s S)                     {}
func Fn[T any](f func(T))                       {}
func Ch[T any](c chan T)                        {}
func Cmp[T comparable](a, b T)                  {}
func St[T fmt.Stringer](x T)                    {}
func Core[T []int | []string](x T)              {}

type Set[T comparable] map[T]bool
type G[A any, B ~[]A] struct{}

type PM[T any, P interface {
	*T
	M()
}] struct{}
type A1 struct{}

func (*A1) M() {}

func main() {
	Map([]int{1}, nil) // ERROR
	Map(nil, func(int) int { return 1 })
	Two(1, "a") // ERROR
	Two([]int{}, []string{}) // ERROR
	var x int8
	var y int16
	Two(x, y) // ERROR
	Two(nil, nil) // ERROR
	Zero() // ERROR
	Num("a") // ERROR
	Num(uint(1)) // ERROR
	Num[string]("a") // ERROR
	Keys([]int{}) // ERROR
	Keys(map[string]int{}, 1) // ERROR
	Sl(1) // ERROR
	Sl([3]int{}) // ERROR
	Fn(func(int) int { return 1 }) // ERROR
	Ch(make(<-chan int)) // ERROR
	Cmp(func() {}, func() {}) // ERROR
	Cmp([]int{}, nil) // ERROR
	var a any
	Cmp(a, 1)
	St(1) // ERROR
	St(struct{}{}) // ERROR
	Core([]bool{}) // ERROR
	var _ Set[[]int] // ERROR
	var _ Set // ERROR
	var _ Set[int, int] // ERROR
	var _ G[int, []string] // ERROR
	var _ PM[A1, *A1]
	var _ PM[int, *int] // ERROR
	f := Map // ERROR
	g := Map[int] // ERROR
	var h func([]int, func(int) int) = Map // ERROR
	_ = Two[int]
	Two[int, string](1, 2) // ERROR
	Two[int]("a", 1) // ERROR
	var i fmt.Stringer = Zero[int]() // ERROR
	Set{} // ERROR
	_ = Set[int]{"a": true} // ERROR
	_ = append(Zero[[]int](), "x") // ERROR
	fmt.Println(f, g, h, i)
	for range Zero[float64]() { // ERROR
	}
	Fn(nil) // ERROR
	Two(1, 2, 3) // ERROR
	Two(1) // ERROR
	Two() // ERROR
}
