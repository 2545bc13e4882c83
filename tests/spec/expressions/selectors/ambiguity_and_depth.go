package main

import "fmt"

type A struct{ x, only int }
type B struct{ x, y int }
type C struct{ A; B }
type D struct {
	C
	y string
}
type E struct{ *F; n int }
type F struct{ *E2 }
type E2 struct{ n, deep int }
type Cyc struct {
	*Cyc
	v int
}

func (A) M() string  { return "A.M" }
func (B) N() string  { return "B.N" }
func (D) N() string  { return "D.N" }
func (E2) Q() string { return "E2.Q" }

type I interface{ M() string }
type J interface{ N() string }
type K struct {
	I
	J
}
type L struct {
	K
	C
}

func main() {
	c := C{A{1, 2}, B{3, 4}}
	fmt.Println(c.A.x, c.B.x, c.only, c.y, c.M(), c.N())
	d := D{c, "d"}
	fmt.Println(d.y, d.C.y, d.only, d.N(), d.C.N(), d.A.x)
	e := E{&F{&E2{5, 6}}, 7}
	e.deep++
	fmt.Println(e.n, e.E2.n, e.deep, e.Q(), e.F.Q())
	cy := Cyc{&Cyc{nil, 1}, 2}
	fmt.Println(cy.v, cy.Cyc.v)
	k := K{c, d}
	fmt.Println(k.M(), k.N())
	l := L{K: k, C: c}
	fmt.Println(l.K.M(), l.only, l.A.x, l.K.J.N())
	var i I = c
	var j J = &d
	fmt.Println(i.M(), j.N())
	pd := &d
	ppd := &pd
	fmt.Println(pd.only, (*ppd).y, (**ppd).C.B.y)
	x := struct {
		A
		*B
		fmt.Stringer
	}{A: A{1, 2}}
	fmt.Println(x.only, x.B == nil, x.Stringer == nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(x.y)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(x.String())
	}()
}
