package main

var large [1 << 62]int

func main() {
	var x int = "text" // ERROR "cannot use"
	_, _ = x, large
}
