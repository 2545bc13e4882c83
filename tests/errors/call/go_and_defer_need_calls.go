package main

func main() {
	f := func() {}
	go f // ERROR "expression in go must be function call"
	defer f // ERROR "expression in defer must be function call"
	go func() {} // ERROR "expression in go must be function call"
	defer 1 // ERROR "expression in defer must be function call"
	go (f()) // ERROR "expression in go must not be parenthesized"
	defer recover // ERROR "expression in defer must be function call"
	go len("a") // ERROR "go discards result of len("
	defer append([]int{}, 1) // ERROR "defer discards result of append([]int{}, 1) (value of type []int)"
	defer int(3) // ERROR "defer requires function call, not conversion int(3) (constant 3 of type int)"
	go (func() {})()
}
