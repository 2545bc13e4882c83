package main

type C[T comparable] struct{}
type S[T any] struct{ v T }

func f[T comparable](a T) {}

var a C[func()] // ERROR
var b C[S[func()]] // ERROR
var c C[(func())] // ERROR
var d C[map[string]int] // ERROR
var e C[[]int] // ERROR
var g C[struct{ f func() }] // ERROR

func main() {
	f[func()](nil) // ERROR
	f[S[func()]](S[func()]{}) // ERROR
	f[[]int](nil) // ERROR
	f[(func())](nil) // ERROR
	_ = f[func()] // ERROR
	_ = C[func(int) int]{} // ERROR
}
