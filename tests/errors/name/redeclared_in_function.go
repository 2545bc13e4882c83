package main

func main() {
	a := 1
	var a int // ERROR "a redeclared in this block"
	b, b := 1, 2 // ERROR "b repeated on left side of :="
	_ = a
	_ = b
	const k = 1
	type k int // ERROR "k redeclared in this block"
}
