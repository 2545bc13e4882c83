package main

func (a, b int) f() {} // ERROR "cannot define new methods on non-local type int" "method has multiple receivers"

func main() {
	x := 08 // ERROR "invalid digit '8' in octal literal"
	switch x {
	case undefd: // ERROR "undefined: undefd"
	y := 1 // ERROR "declared and not used: y"
