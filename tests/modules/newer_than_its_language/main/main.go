package main

import "fmt"

type List[T any] []T

type Set[K comparable] map[K]bool

type Number interface {
	int | float64
	~string
	error
	uint8
}

type Same = int

func Map[T, U any](list []T, f func(T) U) (out []U) {
	for _, x := range list {
		out = append(out, f(x))
	}
	return out
}

func identity[T any](x T) T { return x }

type Box struct{ content any }

func (b Box) Get[T any]() T { return b.content.(T) }

func (l List[T]) First() T { return l[0] }

func main() {
	var list List[int]
	fmt.Println(list, Map(list, identity[int]))
	fmt.Println(Map[int, int](list, identity))
	var f func(int) int = identity
	fmt.Println(f(1))
	for i := range 10 {
		fmt.Println(i)
	}
	for x := range func(yield func(int) bool) {} {
		fmt.Println(x)
	}
	fmt.Println(min(1, 2), max(3, 4))
	clear(map[int]int{})
	p := new(5)
	s := []int{1}
	a := [1]int(s)
	q := (*[1]int)(s)
	fmt.Println(*p, a, q)
}
