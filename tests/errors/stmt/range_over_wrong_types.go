package main

func main() {
	x := 1.5
	for range x { // ERROR "cannot range over x (variable of type float64)"
	}
	var p *[]int
	for range p { // ERROR "cannot range over p (variable of type *[]int)"
	}
	var s struct{}
	for i := range s { // ERROR "cannot range over s (variable of type struct{})"
	}
	for i := range func() {} { // ERROR "cannot range over func() {} (value of type func()): func must be func(yield func(...) bool): wrong argument count"
	}
	for i := range nil { // ERROR "cannot range over nil"
	}
	for i := range true { // ERROR "cannot range over true (untyped bool constant)"
	}
	var e any
	for range e { // ERROR "cannot range over e (variable of interface type any)"
	}
}
