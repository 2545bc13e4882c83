package main

import "fmt"

type A struct{ x, y int }
type B struct {
	A
	y string
	z *A
}
type C struct {
	*B
	A2
	w int
}
type A2 struct{ x, q int }
type D struct {
	C
	E
}
type E struct{ w, v int }

func (a A) Get() int       { return a.x }
func (a *A) Set(x int)     { a.x = x }
func (b B) Name() string   { return "B" + b.y }
func (e E) Twice() int     { return e.v * 2 }
func (a A2) Get2() int     { return a.q }
func (d *D) Name() string  { return "D(" + d.C.Name() + ")" }

type Getter interface{ Get() int }
type Named interface{ Name() string }

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s Stack[T]) Len() int  { return len(s.items) }

type Named2[T any] struct {
	Stack[T]
	*A
	fmt.Stringer
	error
	string
	name T
}

type str string

func (s str) String() string { return "str:" + string(s) }
func (s str) Error() string  { return "err:" + string(s) }

type Rec struct {
	*Rec
	Val int
}

type _T struct {
	_ int
	a int
	_ string
	b bool
	_ [0]func()
}

func main() {
	b := B{A{1, 2}, "three", &A{4, 5}}
	fmt.Println(b.x, b.y, b.A.y, b.z.x, b.Get(), b.Name())
	b.Set(10)
	b.z.Set(40)
	fmt.Println(b.x, b.A.x, b.z.Get(), b.A)
	d := D{C{&b, A2{7, 8}, 9}, E{10, 11}}
	fmt.Println(d.C.w, d.E.w, d.v, d.q, d.y, d.B.x, d.A2.x, d.Twice(), d.Get2(), d.Name(), d.C.Name(), d.z.y)
	d.B.Set(99)
	d.y += "!"
	fmt.Println(b.x, b.y, d.C.B.A.x)
	var g Getter = b
	var n Named = &d
	fmt.Println(g.Get(), n.Name(), Getter(&b).Get())
	s := Named2[int]{A: &A{1, 2}, Stringer: str("s"), error: str("e"), string: "plain", name: 5}
	s.Push(1)
	s.Stack.Push(2)
	fmt.Println(s.Len(), s.items, s.String(), s.Error(), s.string, s.name, s.x, s.Get())
	r := Rec{&Rec{nil, 1}, 2}
	fmt.Println(r.Val, r.Rec.Val)
	// Literals may name promoted fields.
	p := B{x: 1, y: "y"}
	q := D{E: E{v: 2}, C: C{w: 3}}
	fmt.Printf("%+v %+v\n", p, q)
	fmt.Printf("%+v\n", D{v: 1, q: 4})
	fmt.Printf("%+v\n", []B{{y: "a", x: 2}, {x: 3}})
	fmt.Printf("%+v\n", *B{x: 5, z: &p.A}.z)
	o := struct {
		B
		k int
	}{k: 1, x: 7, y: "t"}
	fmt.Printf("%+v\n", o)
	// Comparison, copies, blank fields.
	t1, t2 := _T{a: 1, b: true}, _T{a: 1, b: true}
	fmt.Printf("%+v\n", t1)
	u1, u2 := struct {
		_ int
		a string
	}{a: "u"}, struct {
		_ int
		a string
	}{1, "u"}
	fmt.Println(u1 == u2, t1.a == t2.a)
	c := b
	c.x, c.z = -1, nil
	fmt.Println(b.x, b.z != nil, c == b, c != b, A{1, 2} == A{1, 2})
	anon := struct{ x, y int }{1, 2}
	var a A = anon
	anon = a
	fmt.Println(a == anon, A(anon) == a, struct{}{} == struct{}{})
	arr := [2]struct{ A }{{A{1, 2}}, {A{3, 4}}}
	arr[1].Set(30)
	pa := &arr[0]
	pa.x++
	arr2 := arr
	pa.x++
	fmt.Println(arr, arr2, arr[1].Get())
	func() {
		defer func() { fmt.Println(recover()) }()
		var c C
		fmt.Println(c.w, c.q)
		fmt.Println(c.y)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n Named2[int]
		fmt.Println(n.Len())
		n.String()
	}()
	var e struct {
		E
		*A
		a struct{ b struct{ c int } }
	}
	e.a.b.c = 3
	e.w, e.A = 4, &A{5, 6}
	e.Set(50)
	f := e.Get
	e.A.x = 51
	fmt.Println(e.E, *e.A, e.a, f())
}
