package main

type I interface {
	M[T any](x int) // ERROR "interface method must have no type parameters"
}

func f(a ...int, b int) { // ERROR "can only use ... with final parameter"
	if true {
	undefd() // ERROR "undefined: undefd"
