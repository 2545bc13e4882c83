package main

type A[T any] struct{ T } // ERROR "embedded field type cannot be a (pointer to a) type parameter"
type B[T any] struct{ *T } // ERROR "embedded field type cannot be a (pointer to a) type parameter"
type C[T any] interface{ T } // ERROR "term cannot be a type parameter"
type D[T any] interface{ m(); T } // ERROR "term cannot be a type parameter"

func main() {}
