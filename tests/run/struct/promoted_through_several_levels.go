package main

import "fmt"

type A struct{ x int }

func (a A) Val() int   { return a.x }
func (a *A) Set(n int) { a.x = n }

type B struct{ *A }
type C struct{ B }
type D struct {
	C
	y int
}
type E struct{ *D }

type valuer interface {
	Val() int
	Set(int)
}

func main() {
	e := E{&D{C{B{&A{1}}}, 2}}
	e.Set(10)
	fmt.Println(e.Val(), e.x, e.D.C.B.A.x, e.y)
	e.x++
	e.C.A.x++
	var v valuer = e
	v.Set(v.Val() * 2)
	fmt.Println(e.x)
	d := *e.D
	d.Set(5)
	fmt.Println(e.x, d.x)
	d.A = &A{99}
	fmt.Println(e.x, d.x, d.Val())
	f, g := e.Val, e.Set
	g(3)
	fmt.Println(f(), e.Val(), E.Val(e))
	v = &d
	v.Set(1)
	fmt.Println(d.x)
}
