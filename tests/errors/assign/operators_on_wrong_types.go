package main

func main() {
	s := "a"
	s -= "b" // ERROR "invalid operation: operator - not defined on s (variable of type string)"
	s++ // ERROR "invalid operation: s++ (non-numeric type string)"
	b := true
	b += true // ERROR "invalid operation: operator + not defined on b (variable of type bool)"
	b++ // ERROR "invalid operation: b++ (non-numeric type bool)"
	p := &s
	p++ // ERROR "invalid operation: p++ (non-numeric type *string)"
	p += 1 // ERROR "invalid operation: p += 1 (mismatched types *string and untyped int)"
	f := 1.5
	f %= 2 // ERROR "invalid operation: operator % not defined on f (variable of type float64)"
	f <<= 1 // ERROR "invalid operation: shifted operand f (variable of type float64) must be integer"
	f &= 1 // ERROR "invalid operation: operator & not defined on f (variable of type float64)"
	var e any
	e += 1 // ERROR "invalid operation: e += 1 (mismatched types any and untyped int)"
	i := 1
	i += 1.5 // ERROR "1.5 (untyped float constant) truncated to int"
	i += "x" // ERROR "(mismatched types int and untyped string)"
}
