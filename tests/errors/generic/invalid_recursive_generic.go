package main

type A[T any] struct{ a A[T] } // ERROR "invalid recursive type: A[T] refers to itself"
type B[T any] struct{ p *B[B[T]] }
type C[T C[T]] struct{}
type D[T any] T // ERROR "cannot use a type parameter as RHS in type declaration"
type E[T any] []E[T]

func main() {}
