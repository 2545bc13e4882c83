package main

import "fmt"

type T struct{ a, b int }
type S struct{ a, b string }
type L [1]int
type M struct{ x [1]T }

func (t *T) bump(n int) int { t.a += n; return t.a }

//go:noinline
func (t *T) bumpN(n int) int { t.a += n; return t.a }

var esc *T

//go:noinline
func change(p *T) int { p.a += 50; return p.a }

//go:noinline
func changeS(p *S) int { p.a += "!"; return len(p.a) }


var G = T{7, 7}

func chG() int { G.a++; return G.a }

func main() {
	t := T{1, 2}
	fmt.Println(t, t.bump(3))
	fmt.Println(t, t.bumpN(3))
	u := T{1, 2}
	fmt.Println(u, change(&u))
	w := T{1, 2}
	esc = &w
	fmt.Println(w, change(esc))
	x := S{"a", "b"}
	fmt.Println(x, changeS(&x))
	y := struct{ T; c int }{T{1, 2}, 3}
	fmt.Println(y, y.bump(2), y.T)
	fmt.Println(y.T, y.bump(2), y.c)
	z := T{5, 6}
	p := &z
	_ = p
	fmt.Println(z, func() int { z.a = 9; return 1 }())
	fmt.Println(G, chG())
	l := L{1}
	lp := &l
	fmt.Println(l, func() int { lp[0] = 3; return 1 }())
	m := M{}
	mp := &m
	fmt.Println(m, func() int { mp.x[0].a = 3; return 1 }())
	fmt.Println(m.x, func() int { mp.x[0].a = 4; return 1 }())
	fmt.Println(m.x[0], func() int { mp.x[0].a = 5; return 1 }())
	arr := [2]T{}
	fmt.Println(arr[1], func() int { arr[1].a = 5; return 1 }())
	c := complex(1, 2)
	cp := &c
	fmt.Println(c, func() int { *cp = 5; return 1 }())
	fmt.Println(real(c), func() int { *cp = 6; return 1 }())
	var e error
	ep := &e
	fmt.Println(e, func() int { *ep = fmt.Errorf("x"); return 1 }())
	bb := true
	bp := &bb
	fmt.Println(bb, func() int { *bp = false; return 1 }())
	var any1 any = T{1, 1}
	fmt.Println(any1.(T), func() int { any1 = T{2, 2}; return 1 }())
}
