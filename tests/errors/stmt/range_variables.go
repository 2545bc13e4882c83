package main

func main() {
	for i, v := range 5 { // ERROR "declared and not used: i" "range over 5 (untyped int constant) permits only one iteration variable"
	}
	c := make(chan int)
	for i, v := range c { // ERROR "declared and not used: i" "range over c (variable of type chan int) permits only one iteration variable"
	}
	for a, b, c := range []int{} { // ERROR "declared and not used: a" "declared and not used: b" "range clause permits at most two iteration variables"
	}
	var s string // ERROR "declared and not used: s"
	for s = range []int{1} { // ERROR "cannot use s (value of type int) as string value in assignment"
	}
	for _, s = range []int{1} { // ERROR "cannot use s (value of type int) as string value in assignment"
	}
	f := func(yield func() bool) {}
	for x := range f { // ERROR "range over f (variable of type func(yield func() bool)) permits no iteration variables"
	}
	g := func(yield func(int) bool) {}
	for x, y := range g { // ERROR "declared and not used: x" "range over g (variable of type func(yield func(int) bool)) permits only one iteration variable"
	}
}
