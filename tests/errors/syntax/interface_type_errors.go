package main

type i interface {
	m() int, // ERROR "syntax error: unexpected comma in interface type; possibly missing semicolon or newline or }"
	n
	x int
}

func main() {}
