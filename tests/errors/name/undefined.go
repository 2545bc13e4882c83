package main

func main() {
	x = 1 // ERROR "undefined: x"
	println(y) // ERROR "undefined: y"
	z() // ERROR "undefined: z"
	var a T // ERROR "undefined: T"
	_ = a
}
