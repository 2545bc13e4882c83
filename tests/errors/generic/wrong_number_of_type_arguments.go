package main

type Box[T any] struct{ v T }
type Pair[K comparable, V any] struct{}

func F[T any](t T) {}

var a Box // ERROR "cannot use generic type Box[T any] without instantiation"
var b Box[int, string] // ERROR "too many type arguments for type Box: have 2, want 1"
var c Pair[int] // ERROR "not enough type arguments for type Pair: have 1, want 2"
var d Pair // ERROR "cannot use generic type Pair[K comparable, V any] without instantiation"

func main() {
	F[int, string](1) // ERROR "got 2 type arguments but want 1"
	_ = Box{1} // ERROR "cannot use generic type Box[T any] without instantiation"
	x := Pair[string]{} // ERROR "not enough type arguments for type Pair: have 1, want 2"
	_ = x
}
