package main

func main() {
	_ = int("5") // ERROR "(untyped string constant) to type int"
	_ = string(1.5) // ERROR "cannot convert 1.5 (untyped float constant) to type string"
	_ = bool(1) // ERROR "cannot convert 1 (untyped int constant) to type bool"
	_ = []int("abc") // ERROR "(untyped string constant) to type []int"
	_ = int(true) // ERROR "cannot convert true (untyped bool constant) to type int"
	_ = float64("1") // ERROR "(untyped string constant) to type float64"
	var p *int
	_ = int(p) // ERROR "cannot convert p (variable of type *int) to type int"
	_ = (*string)(p) // ERROR "cannot convert p (variable of type *int) to type *string"
	_ = []byte([]int{1}) // ERROR "cannot convert []int{…} (value of type []int) to type []byte"
	_ = [3]int([]string{}) // ERROR "cannot convert []string{} (value of type []string) to type [3]int"
	_ = func()(nil) // ERROR "func() nil (type) is not an expression" "nil (untyped nil) is not a type"
	_ = error("x") // ERROR "(untyped string constant) to type error"
	_ = string([]int{1}) // ERROR "cannot convert []int{…} (value of type []int) to type string"
	_ = map[string]int([]int{}) // ERROR "cannot convert []int{} (value of type []int) to type map[string]int"
	_ = struct{}{}.(int) // ERROR "invalid operation: struct{}{} (value of type struct{}) is not an interface"
}
