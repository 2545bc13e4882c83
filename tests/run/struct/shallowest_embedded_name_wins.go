package main

import "fmt"

type A struct{ X, Y int }
type B struct{ X, Z int }

func (A) M() string { return "A.M" }
func (B) M() string { return "B.M" }
func (A) N() string { return "A.N" }

type C struct {
	A
	B
	Y string
}

func (c C) M() string { return "C.M " + c.A.M() + " " + c.B.M() }

type D struct {
	C
	*B
}

func main() {
	c := C{A{1, 2}, B{3, 4}, "y"}
	fmt.Println(c.Y, c.A.Y, c.A.X, c.B.X, c.Z, c.M(), c.N())
	d := D{c, &B{5, 6}}
	fmt.Println(d.Y, d.X, d.Z, d.C.Z, d.N())
	fmt.Printf("%+v\n", c)
}
