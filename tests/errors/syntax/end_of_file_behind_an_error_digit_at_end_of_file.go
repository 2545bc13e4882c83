package main

func main() {
	x := 08 // ERROR "declared and not used: x" "invalid digit '8' in octal literal"
	y := foo(a, undefd); { z } // ERROR "declared and not used: y" "undefined: foo" "undefined: a" "undefined: undefd" "undefined: z"