package main

func main() {
	a := 1
	a =+ 1
	a === 2 // ERROR "syntax error: unexpected =, expected expression"
	a !== 2
	a **= 2
}
