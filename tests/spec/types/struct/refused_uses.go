package main

type A struct{ x int }

func (A) m() {}

type B struct{ x int }

func (B) m() {}

type C struct {
	A
	B
}
type D struct {
	C
	y int `tag`
}
type P *A
type J struct{ P } // ERROR
type L[T any] struct{ T } // ERROR
type F struct{ f func() }
type Q struct{ m int }

func (Q) m() {} // ERROR

func main() {
	var c C
	_ = c.x // ERROR
	c.m() // ERROR
	_ = c.A.x
	var d D
	_ = d.x // ERROR
	_ = d.z // ERROR
	_ = d.Y // ERROR
	_ = D{y: 1, 2} // ERROR
	_ = D{C{}, 1, 2} // ERROR
	_ = D{C{}} // ERROR
	_ = D{z: 1} // ERROR
	_ = D{y: 1, y: 2} // ERROR
	_ = D{"y": 1} // ERROR
	_ = D{y: "a"} // ERROR
	_ = C{x: 1} // ERROR
	_ = A == B // ERROR
	_ = A{} == B{} // ERROR
	_ = F{} == F{} // ERROR
	_ = struct{ a int }{} == struct{ b int }{} // ERROR
	_ = map[F]int{} // ERROR
	_ = A{} < A{} // ERROR
	var a A = B{} // ERROR
	var b A = struct{ x int }{1}
	var p **A
	_ = p.x // ERROR
	_ = (*p).x
	_ = A.x // ERROR
	_ = a.m
	_ = struct{ _ int }{}._ // ERROR
	a._ = 1 // ERROR
	_, _ = a, b
}
