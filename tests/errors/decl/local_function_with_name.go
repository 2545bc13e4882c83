package main

func main() {
	func helper() {} // ERROR "syntax error: unexpected name helper, expected ("
	helper() // ERROR "syntax error: non-declaration statement outside function body"
}
