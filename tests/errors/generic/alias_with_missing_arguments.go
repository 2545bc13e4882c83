package main

type Set[T comparable] = map[T]bool

var a Set // ERROR "cannot use generic type Set[T comparable] without instantiation"
var b Set[[]int] // ERROR "[]int does not satisfy comparable"
var c Set[int, int] // ERROR "too many type arguments for type Set: have 2, want 1"

func main() {}
