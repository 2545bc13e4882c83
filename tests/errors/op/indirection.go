package main

func main() {
	x := 1
	_ = *x // ERROR "invalid operation: cannot indirect x (variable of type int)"
	s := "a"
	_ = *s // ERROR "invalid operation: cannot indirect s (variable of type string)"
	_ = *nil // ERROR "invalid operation: cannot indirect nil"
	p := &x
	_ = **p // ERROR "invalid operation: cannot indirect *p (variable of type int)"
	var e any
	_ = *e // ERROR "invalid operation: cannot indirect e (variable of interface type any)"
}
