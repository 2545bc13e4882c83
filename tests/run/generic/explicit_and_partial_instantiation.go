package main

import "fmt"

func Conv[To, From any](f From, conv func(From) To) To { return conv(f) }

func Make[T any, N int | uint8](n N) []T { return make([]T, n) }

type num interface{ int | float64 }

func Scale[T num](xs []T, k T) []T {
	for i := range xs {
		xs[i] *= k
	}
	return xs
}

func apply[T any](x T, f func(T) T) T { return f(x) }

func ident[T any](x T) T { return x }

func main() {
	fmt.Println(Conv[string](3, func(n int) string { return fmt.Sprint("n", n) }))
	fmt.Println(len(Make[string](uint8(3))), len(Make[int, int](2)))
	fmt.Println(Scale([]float64{1, 2}, 3), Scale[int]([]int{1}, 5.0))
	fmt.Println(apply(5, ident), apply("s", ident[string]))
	f := ident[[]int]
	fmt.Println(f([]int{1}))
	fs := []func(int) int{ident, ident[int], func(n int) int { return -n }}
	for _, f := range fs {
		fmt.Print(f(3), " ")
	}
	fmt.Println()
	var g func(string) string = ident
	fmt.Println(g("assigned"))
}
