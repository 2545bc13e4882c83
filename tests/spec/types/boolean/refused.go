package main

type B bool

func main() {
	var b B = true
	var c bool = b // ERROR
	_ = b && c // ERROR
	_ = b == c // ERROR
	_ = int(c) // ERROR
	_ = B(1) // ERROR
	_ = c < c // ERROR
	_ = c + c // ERROR
	_ = -c // ERROR
	_ = ^c // ERROR
	_ = c & c // ERROR
	c++ // ERROR
	c = 1 // ERROR
	c = nil // ERROR
	if 1 { // ERROR
	}
	if b {
	}
}
