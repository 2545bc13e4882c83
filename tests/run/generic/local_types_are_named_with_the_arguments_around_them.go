package main

import (
	"fmt"
	"reflect"
)

type G[T any] struct{ v T }

func (g G[T]) M() any {
	type in struct{ x T }
	return in{}
}

func (g G[T]) P() any {
	type in[U any] struct{ x U }
	return in[int]{}
}

func F[A, B any]() {
	type L struct{ a A }
	type M[X any] struct{ l L }
	fmt.Printf("%T %T %T\n", L{}, M[int]{}, M[L]{})
	fmt.Println(reflect.TypeOf(L{}).Name(), reflect.TypeOf(M[int]{}).Name())
	fmt.Printf("%v %+v %#v\n", L{}, M[int]{}, M[L]{})
	func() {
		type L struct{ b B }
		fmt.Printf("%T\n", L{})
	}()
}

func main() {
	type L int
	type M[X any] struct{ x X }
	F[int, string]()
	F[L, G[L]]()
	fmt.Printf("%T %T %T\n", L(0), M[int]{}, M[L]{})
	fmt.Printf("%T %T\n", G[int]{}.M(), G[string]{}.P())
	fmt.Printf("%T\n", G[M[L]]{}.M())
	{
		type L string
		fmt.Printf("%T %T\n", L(""), G[L]{})
	}
}
