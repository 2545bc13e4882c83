package main

type P struct{ X, Y int }

func main() {
	a, b := 1, 2 // ERROR "declared and not used: a" "declared and not used: b"
	_ = P{X: 1, a} // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{X: 1, missing} // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{X: 1, missing + 1, Y: missing} // ERROR "mixture of field:value and value elements in struct literal" "undefined: missing"
	_ = P{1, Y: b} // ERROR "mixture of field:value and value elements in struct literal"
}
