package main

import "fmt"

type myInt int
type alias = int
type chain myInt
type fn func(int) fn
type pt struct{ x int }
type ptAlias = pt
type newPt pt

func (m myInt) Twice() myInt { return m * 2 }
func (p pt) Get() int        { return p.x }

func main() {
	var a myInt = 5
	var b alias = 6
	var i int = b
	c := chain(a)
	fmt.Printf("%T %T %T %T %v\n", a, b, c, ptAlias{}, i)
	fmt.Println(a.Twice(), myInt(c).Twice(), ptAlias{3}.Get(), pt(newPt{4}).Get())
	type local = map[string][]myInt
	l := local{"a": {1, 2}}
	fmt.Printf("%T %v\n", l, l)
	var f fn = func(n int) fn { fmt.Print(n, " "); return nil }
	fmt.Println(f(1) == nil)
	var e1 interface{} = a
	_, isInt := e1.(int)
	_, isMy := e1.(myInt)
	fmt.Println(isInt, isMy)
	type inner struct{ pt }
	in := inner{pt{9}}
	fmt.Println(in.Get(), in)
}
