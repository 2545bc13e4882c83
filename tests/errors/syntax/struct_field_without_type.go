package main

type s struct {
	a, b
	c int = 5
}

func main() {}
// ERROR@4 "syntax error: unexpected newline, expected type"
// ERROR@5 "syntax error: unexpected = in struct type; possibly missing semicolon or newline or }"
