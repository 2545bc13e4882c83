package main

func main() {
	x := 08 // ERROR "invalid digit '8' in octal literal"
	y := foo(a // ERROR "unexpected EOF in argument list; possibly missing comma or )"