package main

func main() {
	if true {
		println()
}
// ERROR@8 "syntax error: unexpected EOF, expected }"
