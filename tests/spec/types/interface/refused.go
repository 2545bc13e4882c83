package main

import "fmt"

type A interface {
	M()
	M() // ERROR
}
type B interface{ M(); N(int) }
type C interface{ M() int }
type D interface {
	B
	C // ERROR
}
type E interface{ E } // ERROR
type F interface{ G } // ERROR
type G interface{ F }
type H interface{ ~int }
type I interface{ int | string }
type J interface{ comparable }
type K interface{ int | B } // ERROR
type L interface{ ~MyInt } // ERROR
type M interface{ ~error } // ERROR
type N interface{ int | int } // ERROR
type O interface{ int | ~int } // ERROR
type P interface{ int | comparable } // ERROR
type Q[T any] interface{ T } // ERROR
type R[T any] interface{ int | T } // ERROR
type S interface{ fmt.Stringer; string() }
type MyInt int
type T interface{ *int | []byte }
type U interface{ int; string }
type V interface{ _() } // ERROR
type W struct{ H } // ERROR

func (MyInt) M()      {}
func (*MyInt) N(int)  {}
func (MyInt) string() {}
func (B) X()          {} // ERROR

var (
	a H // ERROR
	b I // ERROR
	c comparable // ERROR
	d []J // ERROR
	e map[string]H // ERROR
	f func(I) // ERROR
	g B = MyInt(1) // ERROR
	h B = new(MyInt)
	i A = h
	j B = i // ERROR
	k = h.(C)
	l = h.(MyInt) // ERROR
	m = h.(*MyInt)
	n = MyInt(1).(B) // ERROR
	o = any(h).(H) // ERROR
	p fmt.Stringer = MyInt(1) // ERROR
	q = interface{ m() }(nil)
	r = B(nil) == C(nil) // ERROR
	s = h == 1 // ERROR
	t = h < h // ERROR
	u = U(nil) // ERROR
	v B = struct{ B }{}
	w A = struct{ a int }{} // ERROR
	x any = H // ERROR
	y = h.Q // ERROR
	z = h.m // ERROR
)

func fn[X U](x X) {}

func main() {
	fn(1) // ERROR
	h.M = nil // ERROR
	var _ interface{ M(x int) } = h // ERROR
}
