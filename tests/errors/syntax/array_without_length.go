package main

func main() {
	var a [3
	_ = a
}
// ERROR@4 "syntax error: unexpected newline, expected ]"
