package main

func main() {
	_ = min() // ERROR "invalid operation: not enough arguments for min() (expected 1, found 0)"
	_ = min(1, "a") // ERROR "invalid argument: mismatched types untyped int (previous argument) and untyped string (type of"
	_ = max(true, false) // ERROR "invalid argument: true (untyped bool constant) cannot be ordered"
	x, y := 1, 1.5
	_ = min(x, y) // ERROR "invalid argument: mismatched types int (previous argument) and float64 (type of y)"
	_ = max([]int{}, []int{}) // ERROR "invalid argument: []int{} (value of type []int) cannot be ordered"
	var u uint8
	_ = min(u, 300) // ERROR "300 (untyped int constant) overflows uint8"
	_ = max(1i) // ERROR "invalid argument: 1i (untyped complex constant (0 + 1i)) cannot be ordered"
}
