package main

func main() {
	s, b := "a", true
	_ = s - s // ERROR "invalid operation: operator - not defined on s (variable of type string)"
	_ = s * s // ERROR "invalid operation: operator * not defined on s (variable of type string)"
	_ = b + b // ERROR "invalid operation: operator + not defined on b (variable of type bool)"
	_ = -s // ERROR "invalid operation: operator - not defined on s (variable of type string)"
	_ = !1 // ERROR "invalid operation: operator ! not defined on 1 (untyped int constant)"
	_ = ^1.5 // ERROR "invalid operation: operator ^ not defined on 1.5 (untyped float constant)"
	_ = +b // ERROR "invalid operation: operator + not defined on b (variable of type bool)"
	_ = s && s // ERROR "invalid operation: operator && not defined on s (variable of type string)"
	_ = b | b // ERROR "invalid operation: operator | not defined on b (variable of type bool)"
	_ = 1.5 % 2.0 // ERROR "invalid operation: operator % not defined on 1.5 (untyped float constant)"
	_ = 1.5 & 1 // ERROR "invalid operation: operator & not defined on 1.5 (untyped float constant)"
	f := 1.5
	_ = f % f // ERROR "invalid operation: operator % not defined on f (variable of type float64)"
	_ = f ^ f // ERROR "invalid operation: operator ^ not defined on f (variable of type float64)"
	_ = []int{} + []int{} // ERROR "invalid operation: operator + not defined on []int{} (value of type []int)"
	c := 1i
	_ = c < c // ERROR "invalid operation: c < c (operator < not defined on complex128)"
	_ = c % c // ERROR "invalid operation: operator % not defined on c (variable of type complex128)"
}
