package main

// ERROR@9 "misplaced compiler directive"

//go:noinline
var x int = "a" // ERROR "cannot use"

func main() {
	//go:noinline
	println(1)
}
