package main

func main() {
	_ = len(int) // ERROR "int (type) is not an expression"
	_ = append([]int, 1) // ERROR "[]int (type) is not an expression"
	println(string) // ERROR "string (type) is not an expression"
	_ = cap([]int) // ERROR "[]int (type) is not an expression"
}
