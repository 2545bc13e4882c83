package main

import "fmt"

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}
type D struct{ *C }
type I interface{ M() }
type J interface{ M() }
type K struct {
	I
	J
}

func (A) m() {}
func (B) m() {}

func main() {
	var c C
	var d *D
	var pp **D
	var i I
	var pi *I
	_ = c.x // ERROR
	c.m() // ERROR
	_ = d.x // ERROR
	_ = d.A.x
	_ = pp.C // ERROR
	_ = (*pp).C
	_ = c.y // ERROR
	_ = c.a // ERROR
	_ = i.N // ERROR
	i.m() // ERROR
	pi.M() // ERROR
	K{}.M() // ERROR
	var _ I = K{} // ERROR
	var _ interface{ m() } = c // ERROR
	_ = fmt.println // ERROR
	_ = fmt.Nope // ERROR
	_ = fmt // ERROR
}
