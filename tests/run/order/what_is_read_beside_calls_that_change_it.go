// Variables beside calls that change them: when they are read the specification leaves open, and Go's compiler does not.
package main

import "fmt"

type one struct{ x int }
type ptr struct{ p *int }
type text struct{ s string }
type many struct{ l []int }
type pair struct{ a, b int32 }
type mp struct{ m map[int]int }

func main() {
	a, b := 1, 2
	{
		x := one{1}
		f := func() int { x.x++; return x.x }
		fmt.Println(x, f(), []any{x, f()}, x)
	}
	{
		x := ptr{&a}
		f := func() int { x.p = &b; return 1 }
		l := []any{x, f()}
		fmt.Println(l[0] == any(ptr{&a}))
	}
	{
		x := [1]*int{&a}
		f := func() int { x[0] = &b; return 1 }
		l := []any{x, f()}
		fmt.Println(l[0] == any([1]*int{&a}))
	}
	{
		x := &a
		f := func() int { x = &b; return 1 }
		l := []any{x, f()}
		fmt.Println(l[0] == any(&a))
	}
	{
		x := mp{map[int]int{1: 1}}
		f := func() int { x = mp{}; return 1 }
		fmt.Println(x, f())
	}
	{
		x := text{"a"}
		f := func() int { x.s += "b"; return 1 }
		fmt.Println(x, f())
	}
	{
		x := many{[]int{1}}
		f := func() int { x.l = []int{2}; return 1 }
		fmt.Println(x, f())
	}
	{
		x := [1]int16{1}
		f := func() int { x[0]++; return 1 }
		fmt.Println(x, f())
	}
	{
		x := pair{1, 2}
		f := func() int { x.a++; return 1 }
		fmt.Println(x, f())
	}
	{
		x := complex64(1)
		f := func() int { x++; return 1 }
		fmt.Println(x, f())
	}
	{
		x := float32(1)
		f := func() int { x++; return 1 }
		fmt.Println(x, f())
	}
	{
		x := [2]int8{1}
		f := func() int { x[0]++; return 1 }
		fmt.Println(x, f())
	}
	{
		x := int8(1)
		f := func() int { x++; return 1 }
		fmt.Println(x, f(), x)
	}
	{
		x := [1][1]bool{}
		f := func() int { x[0][0] = true; return 1 }
		fmt.Println(x, f(), x)
	}
	{
		x := struct {
			p *int
			n int
		}{n: 1}
		f := func() int { x.n++; return 1 }
		fmt.Println(x, f(), x)
	}
	{
		x := 1
		f := func() bool { x++; return true }
		fmt.Println(x, f(), x)
		g := func() [2]int { x++; return [2]int{} }
		fmt.Println(x, g(), x)
		h := func() int8 { x++; return 1 }
		fmt.Println(append([]any{0}, x, h(), x))
		var p, q any = x, f()
		fmt.Println(p, q)
		r := func() (any, any) { return x, f() }
		fmt.Println(r())
		m := map[any]any{x: f()}
		fmt.Println(m)
		m[x], m[f()] = f(), x
		fmt.Println(m)
		fmt.Println(any(x) == any(h()), x)
		c := make(chan int, 1)
		k := func() int { x++; return x }
		select {
		case c <- x * k():
			fmt.Println(<-c)
		}
		d := make(chan []int, 1)
		select {
		case d <- []int{x, k(), x}:
			fmt.Println(<-d)
		default:
		}
		w := map[int][]int{}
		w[x] = append(w[x], k())
		fmt.Println(w, x)
		v := map[uint16][]int{}
		y := uint16(3)
		kk := func() int { y++; return int(y) }
		v[y] = append(v[y], kk(), kk())
		fmt.Println(v)
	}
	{
		type h struct{ v fmt.Stringer }
		x := h{str("a")}
		mut := func() fmt.Stringer { x.v = str("b"); return x.v }
		fmt.Println(map[any]any{x.v: mut()})
		g := &h{str("a")}
		gm := func() fmt.Stringer { g.v = str("b"); return g.v }
		k := map[any]any{}
		k[g.v] = gm()
		fmt.Println(k)
		var z fmt.Stringer = str("a")
		zm := func() fmt.Stringer { z = str("b"); return z }
		k[z] = zm()
		fmt.Println(k)
	}
}

type str string

func (s str) String() string { return string(s) }
