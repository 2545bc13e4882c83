package main

// ERROR@6 "newline in string" "declared and not used: x"
func main() {
	// What follows from the open list at the end is not said.
	x := "abc
	y := f( // ERROR "declared and not used: y" "undefined: f"
