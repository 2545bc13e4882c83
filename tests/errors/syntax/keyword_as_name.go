package main

func func() {} // ERROR "syntax error: unexpected keyword func, expected name or ("

var type = 1 // ERROR "syntax error: unexpected keyword type, expected name"

func main() {
	range := 1 // ERROR "syntax error: unexpected keyword range, expected }"
	var map int // ERROR "syntax error: unexpected keyword map, expected name"
	x.select = 2 // ERROR "syntax error: non-declaration statement outside function body"
}
