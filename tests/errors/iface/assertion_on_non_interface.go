package main

func main() {
	x := 1
	_ = x.(int) // ERROR "invalid operation: x (variable of type int) is not an interface"
	_ = "a".(string) // ERROR "(untyped string constant) is not an interface"
	var p *any
	_ = p.(int) // ERROR "invalid operation: p (variable of type *any) is not an interface"
}
