package main

func main() {
	p := new(int)
	_ = p < p // ERROR "invalid operation: p < p (operator < not defined on pointer)"
	c := make(chan int)
	_ = c > c // ERROR "invalid operation: c > c (operator > not defined on chan)"
	var e, g any
	_ = e < g // ERROR "invalid operation: e < g (operator < not defined on interface)"
	_ = struct{}{} < struct{}{} // ERROR "invalid operation: struct{}{} < struct{}{} (operator < not defined on struct)"
	_ = nil < nil // ERROR "invalid operation: nil < nil (operator < not defined on untyped nil)"
	_ = true > false // ERROR "invalid operation: true > false (operator > not defined on untyped bool)"
}
