package main

func main() {
	import "fmt" // ERROR "syntax error: unexpected keyword import, expected }"
}
