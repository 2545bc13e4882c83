package main

type t struct{ n int }

func (*t) m() {}

func main() {
	p := &t{}
	pp := &p
	pp.n = 1 // ERROR "pp.n undefined (type **t has no field or method n)"
	pp.m() // ERROR "pp.m undefined (type **t has no field or method m)"
	(*pp).m()
}
