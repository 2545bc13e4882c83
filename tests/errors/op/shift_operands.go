package main

func main() {
	x, s, f := 1, "a", 1.5
	_ = x << -1 // ERROR "invalid operation: negative shift count -1 (untyped int constant)"
	_ = x << 1.5 // ERROR "1.5 (untyped float constant) truncated to uint"
	_ = x << s // ERROR "invalid operation: shift count s (variable of type string) must be integer"
	_ = f << 1 // ERROR "invalid operation: shifted operand f (variable of type float64) must be integer"
	_ = s >> 1 // ERROR "invalid operation: shifted operand s (variable of type string) must be integer"
	_ = 1.5 << 1 // ERROR "invalid operation: shifted operand 1.5 (untyped float constant) must be integer"
	_ = 1 << 1000 // ERROR "constant shift overflow"
	var y float64 = 1 << x // ERROR "invalid operation: shifted operand 1 (type float64) must be integer"
	_ = y
	_ = 1.0 << x // ERROR "invalid operation: shifted operand 1.0 (type float64) must be integer"
}
