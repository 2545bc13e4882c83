package main

import (
	"fmt"
	"math"
	"os"
)

var (
	i       int
	U, V, W float64
	k          = 0
	x, y float32 = -1, -2
	re, im     = complexSqrt(-1)
	_, found   = entries["name"]
	entries    = map[string]int{"name": 1}
	z          = w + 1
	w          = v0()
	fn         = func() int { return k + 1 }
	self       = &struct{ p *int }{&k}
)

func v0() int { return 10 }
func complexSqrt(f float64) (float64, float64) {
	if f < 0 {
		return 0, math.Sqrt(-f)
	}
	return math.Sqrt(f), 0
}

func three() (int, string, error) { return 1, "s", nil }

func main() {
	fmt.Println(i, U, V, W, k, x, y, re, im, found, z, w, fn(), *self.p)
	var a, b = 1, "b"
	var c, d int8 = 3, 4
	var e interface{} = a
	var f = math.Sin
	fmt.Printf("%T %T %T %T %T %T %T %T %T\n", a, b, c, d, e, f(0), 'x', 1i, 1<<3)
	var d1 = 1.0 << 3
	fmt.Println(d1)
	g, h := 0, 10
	h, j := 20, h // h is assigned, j is new
	fmt.Println(g, h, j)
	p, _, err := three()
	q, _, err := three()
	_, r, err := three()
	fmt.Println(p, q, r, err)
	if v, ok := entries["name"]; ok {
		fmt.Println(v, ok)
	}
	if v, ok := e.(string); !ok {
		fmt.Printf("%q %v\n", v, ok)
	}
	for l, m := 0, 9; l < m; l, m = l+1, m-2 {
		fmt.Print(l, m, " ")
	}
	fmt.Println()
	file, err := os.Open("/does/not/exist")
	fmt.Println(file == nil, err != nil)
	var s, t = func() (int, int) { return 1, 2 }()
	var n1, n2 *int = nil, &s
	fmt.Println(s, t, n1 == nil, *n2)
	fun, arr := func(int) bool { return true }, [...]int{1, 2}
	fmt.Println(fun(1), arr)
	(func() { u := 1; u, v := u+1, u+2; fmt.Println(u, v) })()
	var unused1, _ = 1, 2
	_ = unused1
	o := o2{}
	o.a, o.b = 1, 2
	fmt.Println(o)
	var ch = make(chan int, 1)
	ch <- 5
	v, ok := <-ch
	fmt.Println(v, ok)
	var aa []int
	var bb map[string]int
	var cc *o2
	aa, bb, cc = append(aa, 1), map[string]int{"k": 2}, &o
	cc.a, aa[0], bb["k"] = aa[0], bb["k"], cc.a+10
	fmt.Println(*cc, aa, bb)
}

type o2 struct{ a, b int }
