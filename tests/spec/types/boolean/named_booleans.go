package main

import "fmt"

type B bool
type C B

func (b B) Not() B { return !b }

func trace(name string, v bool) bool { fmt.Print(name, " "); return v }

func main() {
	var b B = 3 > 2
	c := C(b) && 1 < 2
	var d bool = bool(c) != true
	x, y := 1, 2
	var e B = x < y // the result of a comparison is untyped
	f := x < y
	fmt.Printf("%T %T %T %T %T %v\n", b, c, d, e, f, []any{b, c, d, e, f, b.Not()})
	fmt.Println(trace("a", false) && trace("b", true), trace("c", true) || trace("d", true), !trace("e", false) && (trace("f", false) || trace("g", true)))
	m := map[B]int{true: 1, false: 2}
	fmt.Println(m[x > y], m[B(f)], b == e, b != (x == y), true != false == true)
	const k B = true || false
	const l = k && (1 < 2)
	fmt.Printf("%T %v %t\n", l, l, !l)
	var a any = x == y
	_, ok := a.(bool)
	fmt.Println(ok, any(b) == any(true), any(bool(b)) == any(true))
	if z := b; bool(z) {
		fmt.Println("if")
	}
	for !b {
	}
	switch b {
	case x > y:
		fmt.Println("no")
	case x < y:
		fmt.Println("yes")
	}
	arr := [...]bool{4: true}
	arr[1] = arr[4] && !arr[0]
	fmt.Println(arr)
}
