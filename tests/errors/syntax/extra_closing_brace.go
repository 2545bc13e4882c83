package main

func main() {
	println()
}
} // ERROR "syntax error: non-declaration statement outside function body"
