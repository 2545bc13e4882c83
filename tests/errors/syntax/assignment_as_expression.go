package main

func main() {
	a, b := 1, 2
	c := (a = b) // ERROR "syntax error: unexpected =, expected )"
	_ = c
}
