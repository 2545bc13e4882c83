package main

func main() {
	i := 0
	++i // ERROR "syntax error: unexpected ++, expected }"
}
