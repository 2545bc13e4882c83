package main

type t int

func main() {
	x := t // ERROR "t (type) is not an expression"
	y := int // ERROR "int (type) is not an expression"
	t = 3 // ERROR "t (type) is not an expression"
	println(string) // ERROR "string (type) is not an expression"
	return
	_ = x
	_ = y
}
