package main

import (
	"cmp"
	"fmt"
	"strconv"
)

func Map[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func Reduce[T, A any](s []T, a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}

func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func Max[T cmp.Ordered](a T, rest ...T) T {
	for _, v := range rest {
		if v > a {
			a = v
		}
	}
	return a
}

func Ptr[T any](v T) *T { return &v }

type ints []int

func main() {
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]string{"a"}, func(s string) int { return len(s) }))
	f := Filter(ints{1, 2, 3, 4}, func(n int) bool { return n%2 == 0 })
	fmt.Printf("%v %T\n", f, f)
	fmt.Println(Reduce([]float64{1, 2}, "", func(a string, v float64) string { return a + fmt.Sprint(v) }))
	fmt.Println(Keys(map[string]int{"a": 1}), Max(1, 5, 3), Max("b", "a"), Max(1, 2.5))
	fmt.Println(*Ptr(3), *Ptr("s"), Map[int, any](nil, nil) == nil)
	g := Max[float32]
	fmt.Printf("%T %v\n", g, g(1, 2))
	var h func([]int, func(int) bool) []int = Filter
	fmt.Println(h([]int{1}, func(int) bool { return true }))
	fmt.Println(Map([]int{1, 2, 3}, Ptr)[1] != nil)
}
