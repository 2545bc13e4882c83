package main

func main() {
	println("a"
	println("b")
}
// ERROR@4 "syntax error: unexpected newline in argument list; possibly missing comma or )"
