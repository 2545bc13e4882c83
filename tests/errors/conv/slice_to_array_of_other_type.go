package main

func main() {
	s := []int{1}
	_ = [1]string(s) // ERROR "cannot convert s (variable of type []int) to type [1]string"
	_ = (*[1]int64)(s) // ERROR "cannot convert s (variable of type []int) to type *[1]int64"
	_ = [1]int("a") // ERROR "(untyped string constant) to type [1]int"
}
