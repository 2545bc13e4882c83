// type inference & unification
package main

import (
	"fmt"
	"slices"
	"strconv"
)

type Num interface{ ~int | ~float64 }
type Fn[A, B any] func(A) B
type Vec[T any] []T
type Dict[K comparable, V any] map[K]V
type Node[T any] struct {
	v    T
	next *Node[T]
}

func Map[A, B any](xs []A, f func(A) B) []B {
	r := make([]B, 0, len(xs))
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func Apply[S ~[]E, E any](s S, f func(E) E) S {
	out := make(S, len(s))
	for i, e := range s {
		out[i] = f(e)
	}
	return out
}
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }
func Scale[S ~[]E, E Num](s S, c E) S                { return Apply(s, func(e E) E { return e * c }) }
func Ptr[T any](v T) *T                              { return &v }
func Zero[T any]() (z T)                             { return }
func Id[T any](x T) T                                { return x }
func Pair[A, B any](a A, b B) string                 { return fmt.Sprintf("%T %T", a, b) }
func Two[T any](a, b T) string                       { return fmt.Sprintf("%T", a) }
func ChanOf[T any](c <-chan T) string                { return fmt.Sprintf("%T", c) }
func FuncT[T any](f func(T) T) string                { return fmt.Sprintf("%T", f) }
func Arr[T any](a [3]T) string                       { return fmt.Sprintf("%T", a) }
func Deep[T any](m map[string][]*T) string           { return fmt.Sprintf("%T", *new(T)) }
func Variadic[T any](xs ...T) string                 { return fmt.Sprintf("%T %d", xs, len(xs)) }
func InNode[T any](n *Node[T]) string                { return fmt.Sprintf("%T", n.v) }
func Core[F ~func(int) R, R any](f F) R              { return f(1) }
func FromPtr[P interface{ *T }, T any](p P) string   { return fmt.Sprintf("%T %T", p, *p) }

type Setter[T any] interface {
	Set(string)
	*T
}
type IntBox struct{ n int }

func (b *IntBox) Set(s string) { b.n, _ = strconv.Atoi(s) }
func FromStrings[T any, PT Setter[T]](ss ...string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := PT(&out[i])
		p.Set(s)
	}
	return out
}

type MyInts []int
type MyFn func(int) string

func main() {
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]string{"a"}, func(s string) int { return len(s) }))
	fmt.Println(Compose(strconv.Itoa, func(s string) []byte { return []byte(s) })(65))
	fmt.Printf("%T %T\n", Apply(MyInts{1}, func(i int) int { return i }), Scale(Vec[float64]{1, 2}, 2))
	fmt.Println(Keys(Dict[string, int]{"a": 1}), *Ptr(3), Zero[*int]() == nil, Zero[struct{ a int }]())
	fmt.Println(Two(1, 2.5), Two('a', 1), Two(1, 1i), Pair(1, "x"), Pair('x', nil == error(nil)))
	c := make(chan int)
	fmt.Println(ChanOf(c), ChanOf((<-chan int)(c)), FuncT(func(s string) string { return s }), Arr([3]bool{}), Deep(map[string][]*float32{}))
	fmt.Println(Variadic[int](), Variadic(1, 2), Variadic("a"), Variadic([]int{1}...), Variadic(MyInts{1}...))
	fmt.Println(InNode(&Node[rune]{}), Core(MyFn(strconv.Itoa)), FromPtr(&IntBox{}))
	fmt.Println(FromStrings[IntBox]("1", "22"))
	var f func(int) int = Id
	var g Fn[string, string] = Id[string]
	fmt.Println(f(1), g("x"), slices.IndexFunc([]int{1, 2}, func(i int) bool { return i == 2 }))
	h := Map[int, string]
	fmt.Printf("%T %v\n", h, h([]int{1}, strconv.Itoa))
	fmt.Println(Map([]float64{1.5}, Id), slices.SortedFunc(slices.Values([]int{3, 1}), func(a, b int) int { return a - b }))
	var i8 int8 = 3
	fmt.Println(Two(i8, 4), Two(2, i8), Two(1<<3, 2.0))
	fmt.Printf("%T\n", Compose(Compose(Id[int], strconv.Itoa), func(s string) error { return nil }))
}
