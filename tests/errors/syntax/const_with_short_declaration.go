package main

func main() {
	const x := 1 // ERROR "syntax error: unexpected :=, expected ="
	_ = x
}
