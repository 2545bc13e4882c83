package main

type T struct {
	a int 1 // ERROR "invalid syntax tree: incorrect tag syntax"
	b, c string 'x' // ERROR
	d *int 1.5 // ERROR
	*E 2i // ERROR
	F "f"
	g func() `g`
}
type E struct{}
type F struct{}

func main() {
	var x struct{ a int 7 } // ERROR
	x.b = 1 // ERROR "x.b undefined (type struct{a int} has no field or method b)"
}
