package main

func main() {
	i, f, s, b := 1, 1.5, "a", true
	var i8 int8
	_ = i + f // ERROR "invalid operation: i + f (mismatched types int and float64)"
	_ = i + s // ERROR "invalid operation: i + s (mismatched types int and string)"
	_ = i8 + i // ERROR "invalid operation: i8 + i (mismatched types int8 and int)"
	_ = s == i // ERROR "invalid operation: s == i (mismatched types string and int)"
	_ = b && i // ERROR "invalid operation: b && i (mismatched types bool and int)"
	_ = s + 'x' // ERROR "invalid operation: s + 'x' (mismatched types string and untyped rune)"
	_ = i + "x" // ERROR "(mismatched types int and untyped string)"
	_ = f + "x" // ERROR "(mismatched types float64 and untyped string)"
	_ = i == nil // ERROR "invalid operation: i == nil (mismatched types int and untyped nil)"
	_ = s == nil // ERROR "invalid operation: s == nil (mismatched types string and untyped nil)"
	_ = i < f // ERROR "invalid operation: i < f (mismatched types int and float64)"
	_ = b < b // ERROR "invalid operation: b < b (operator < not defined on bool)"
	_ = i8 == i // ERROR "invalid operation: i8 == i (mismatched types int8 and int)"
}
