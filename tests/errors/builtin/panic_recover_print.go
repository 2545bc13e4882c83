package main

func main() {
	panic() // ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)"
	panic(1, 2) // ERROR "invalid operation: too many arguments for panic(1, 2) (expected 1, found 2)"
	x := panic("a") // ERROR "declared and not used: x" ") (no value) used as value"
	y := print("a") // ERROR "declared and not used: y" ") (no value) used as value"
	_ = recover(1) // ERROR "invalid operation: too many arguments for recover(1) (expected 0, found 1)"
	println(func() {})
	print(struct{}{})
	println([]int{}, nil) // ERROR "use of untyped nil in argument to built-in println"
}
