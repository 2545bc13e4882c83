package main

import "fmt"

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}
type D struct {
	a int
	a string // ERROR
}
type E struct {
	A
	A string // ERROR
}
type F struct {
	*A
	A // ERROR
}
type G struct{ G } // ERROR
type H struct{ *H }
type I struct {
	*fmt.Stringer // ERROR
}
type P *A
type J struct{ P } // ERROR
type K struct{ *P } // ERROR
type L[T any] struct{ T } // ERROR


