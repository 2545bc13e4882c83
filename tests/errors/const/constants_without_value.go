package main

const three complex64 = x + 3 // ERROR "undefined: x"
const (
	a = undef // ERROR "undefined: undef"
	b int = undef2 // ERROR "undefined: undef2"
	c, d = a + 1, b * 2
	e = 1 << b
	f = -b
	g = "a" + b // ERROR "invalid operation:"
	h = b == 3
	big = 1 << 1000 // ERROR "constant shift overflow"
	div = 1 / 0 // ERROR "invalid operation: division by zero"
	divi int = 1 / 0 // ERROR "invalid operation: division by zero"
)
const s string = undef3 // ERROR "undefined: undef3"

func main() {
	var v string // ERROR "declared and not used: v"
	v = three // ERROR "cannot use three (constant unknown of type complex64) as string value in assignment"
	v = b // ERROR "cannot use b (constant unknown of type int) as string value in assignment"
	v = d // ERROR "cannot use d (constant unknown of type int) as string value in assignment"
	v = e
	v = f // ERROR "cannot use f (constant unknown of type int) as string value in assignment"
	v = divi // ERROR "cannot use divi (constant unknown of type int) as string value in assignment"
	v = div
	v = s + 1 // ERROR "invalid operation: s + 1 (mismatched types string and untyped int)"
	_ = [b]int{} // ERROR "invalid array length b (constant unknown of type int)"
	_ = [...]int{b: 1}
	_ = []int{b: 1, d: 2}
	_ = []int{}[b]
	_ = "abc"[b:]
	_ = "abc"[s] // ERROR "invalid argument: index s (constant unknown of type string) must be integer"
	_ = 1 << b
	switch b {
	case b, d, 1, b:
	}
	_ = int8(b)
	_ = b / 0 // ERROR "invalid operation: division by zero"
	_ = 1 / b
	_ = make([]int, b)
	_ = string(b)
	v = int8(b) // ERROR "cannot use int8(b) (constant unknown of type int8) as string value in assignment"
}
