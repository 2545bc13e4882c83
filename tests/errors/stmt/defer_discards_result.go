package main

func main() {
	defer 5 // ERROR "expression in defer must be function call"
	defer len("x") // ERROR "defer discards result of len("
	defer func() {} // ERROR "expression in defer must be function call"
	go cap([]int{}) // ERROR "go discards result of cap([]int{}) (value of type int)"
}
