package main

func f() int { return 1 }

func main() {
	x := go f() // ERROR "syntax error: unexpected keyword go, expected expression"
	_ = x
}
