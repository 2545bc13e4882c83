package main

import "fmt"

func same[T comparable](a, b T) bool { return a == b }

type set[K comparable] map[K]bool

type boxed struct{ content any }

func main() {
	fmt.Println(same(1, 1), same("a", "b"))
	fmt.Println(same[any](1, 1))
	fmt.Println(same(boxed{1}, boxed{2}))
	fmt.Println(set[error]{}, set[*any]{})
}
