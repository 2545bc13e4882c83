package main

type t struct{ n int }

func (v t) get() int { return v.n }

func main() {
	var v t
	x := v.get + 1 // ERROR "invalid operation: v.get + 1 (mismatched types func() int and untyped int)"
	var y int = v.get // ERROR "cannot use v.get (value of type func() int) as int value in variable declaration"
	if v.get == 1 { // ERROR "invalid operation: v.get == 1 (mismatched types func() int and untyped int)"
	}
	v.get // ERROR "v.get (value of type func() int) is not used"
	_, _ = x, y
}
