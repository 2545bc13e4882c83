package main

type t struct{ n int }

func main() {
	var v t
	v.n() // ERROR "invalid operation: cannot call v.n (variable of type int): int is not a function"
	v.n.x = 1 // ERROR "v.n.x undefined (type int has no field or method x)"
	v.missing.deeper = 2 // ERROR "v.missing undefined (type t has no field or method missing)"
}
