package main

func main() {
	_ = int() // ERROR "missing argument in conversion to int"
	_ = int(1, 2) // ERROR "too many arguments in conversion to int"
	_ = []byte() // ERROR "missing argument in conversion to []byte"
	_ = string("a", "b") // ERROR "too many arguments in conversion to string"
	_ = int([]int{1}...) // ERROR "invalid use of ... in conversion to int"
}
