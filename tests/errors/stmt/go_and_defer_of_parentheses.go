package main

func main() {
	x := 1 // ERROR "declared and not used: x"
	go (main()) // ERROR "expression in go must not be parenthesized"
	defer ((main())) // ERROR "expression in defer must not be parenthesized"
	defer (func() { return 1 })() // ERROR "too many return values"
	go (func() { y := 1; undefd() }()) // ERROR "expression in go must not be parenthesized" "declared and not used: y" "undefined: undefd"
	if true {
	defer (recover) // ERROR "expression in defer must not be parenthesized" "expression in defer must be function call"
	}
}
