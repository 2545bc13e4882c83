package main

func main() {
	func add(a, b int) int { // ERROR "syntax error: unexpected name add, expected ("
		return a + b
	}
	println(add(1, 2))
}
