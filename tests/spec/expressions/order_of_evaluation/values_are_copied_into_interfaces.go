package main

import "fmt"

func main() {
	var x uint8
	f := func() uint8 { x = x + 1; return x }
	fmt.Println(1, [...]any{x, f(), x})
	fmt.Println(2, []any{x, f(), x})
	fmt.Println(3, x, f(), x)
	y := [...]any{x, f(), x}
	fmt.Println(y)
	z := []any{x, f(), x}
	fmt.Println(z)
	type S struct{ a, b, c any }
	fmt.Println(S{x, f(), x})
	w := S{x, f(), x}
	fmt.Println(w)
	var a any = x
	b, c := any(x), f()
	fmt.Println(a, b, c)
	func(a, b, c any) { fmt.Println(a, b, c) }(x, f(), x)
	type T struct{ p, q int }
	t := T{1, 2}
	g := func() T { t.p++; return t }
	fmt.Println(1, [...]any{t, g(), t})
	fmt.Println(2, []any{t, g(), t})
	fmt.Println(3, t, g(), t)
	fmt.Println(S{t, g(), t})
	func(a, b, c any) { fmt.Println(a, b, c) }(t, g(), t)
	m := map[string]any{"a": t, "b": g(), "c": t}
	fmt.Println(m)
	m2 := map[any]any{t: 1, g(): 2, t.p: x, x: f()}
	fmt.Println(m2)
	bb := true
	h := func() bool { bb = !bb; return bb }
	fmt.Println([3]any{bb, h(), bb}, bb, h())
}
