package main

type T int

func f(x int) {}

func main() {
	f[int](1) // ERROR "cannot index f (value of type func(x int))"
	var x T[int] // ERROR "invalid operation: T[int] (T is not a generic type)"
	y := 5
	y[int](1) // ERROR "cannot index y (variable of type int)"
	_ = x
}
