package main

func main() {
	println("a",
// ERROR@6 "syntax error: unexpected EOF, expected )"
