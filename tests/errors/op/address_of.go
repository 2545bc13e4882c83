package main

func main() {
	_ = &1 // ERROR "invalid operation: cannot take address of 1 (untyped int constant)"
	_ = &"a" // ERROR "invalid operation: cannot take address of"
	m := map[int]int{}
	_ = &m[1] // ERROR "invalid operation: cannot take address of m[1] (map index expression of type int)"
	f := func() int { return 1 }
	_ = &f() // ERROR "invalid operation: cannot take address of f() (value of type int)"
	_ = &"abc"[0] // ERROR "invalid operation: cannot take address of"
	_ = &(1 + 2) // ERROR "invalid operation: cannot take address of 1 + 2 (untyped int constant 3)"
	const c = 1
	_ = &c // ERROR "invalid operation: cannot take address of c (untyped int constant 1)"
	_ = &nil // ERROR "invalid operation: cannot take address of nil"
}
