package main

func main() {
	x := 5
	if 1 < x < 10 { // ERROR "invalid operation: 1 < x < 10 (mismatched types untyped bool and untyped int)"
	}
	if x == 5 == 5 { // ERROR "invalid operation: x == 5 == 5 (mismatched types untyped bool and untyped int)"
	}
}
