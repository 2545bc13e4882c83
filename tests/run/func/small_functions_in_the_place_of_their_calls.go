// Small functions and methods: what a call evaluates, copies and returns does not depend on how it is made.
package main

import "fmt"

type vec struct{ x, y float64 }

func (v vec) plus(w vec) vec      { return vec{v.x + w.x, v.y + w.y} }
func (v vec) dot(w vec) float64   { return v.x*w.x + v.y*w.y }
func (v *vec) scale(f float64)    { v.x, v.y = v.x*f, v.y*f }
func (v vec) changed() vec        { v.x = -1; return v }
func (v *vec) less(w *vec) bool   { return v.x < w.x || v.x == w.x && v.y < w.y }

type node struct {
	value       int
	left, right *node
}

func (n *node) isLeaf() bool { return n.left == nil && n.right == nil }
func (n *node) get() int {
	if n == nil {
		return -1
	}
	return n.value
}

type counter struct{ n int }

func (c *counter) inc() int { c.n++; return c.n }
func (c *counter) reset()   { c.n = 0 }

type embeds struct {
	name string
	counter
	*node
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

func sign(x int) int {
	if x < 0 {
		return -1
	} else if x > 0 {
		return 1
	} else {
		return 0
	}
}

func clamp(x, lo, hi int) int {
	if x < lo {
		x = lo
	}
	if x > hi {
		x = hi
	}
	return x
}

func divmod(a, b int) (q, r int)     { q, r = a/b, a%b; return }
func both(a, b int) (int, int)       { return b, a }
func pair(a, b string) (string, int) { c := a + b; return c, len(c) }

func larger[T int | string | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func zero[T any]() T       { var z T; return z }
func same[T comparable](a, b T) bool { return a == b }
func boxed(x int) any      { return x }
func first(s []int) int    { return s[0] }
func lookup(m map[string]int, k string) int { return m[k] }
func store(m map[string]int, k string, v int) { m[k] = v }
func even(n int) bool      { return n%2 == 0 }
func not(b bool) bool      { return !b }
func nothing()             {}
func swap(p, q *int)       { *p, *q = *q, *p }
func bits(x uint8) uint8   { return x<<1 | x>>7 }
func narrow(x int) int8    { return int8(x) }

var total int

func note(x int) int { total += x; return total }

func main() {
	v := vec{1, 2}
	w := v.plus(v).plus(vec{0.5, 0.5})
	fmt.Println(v, w, v.dot(w), w.changed(), w)
	w.scale(2)
	v, w = w.plus(v), v.plus(w)
	fmt.Println(v, w, v.less(&w), (&w).less(&v))

	var none *node
	tree := &node{1, &node{value: 2}, nil}
	fmt.Println(none.get(), tree.get(), tree.left.get(), tree.right.get(), tree.isLeaf(), tree.left.isLeaf())

	e := embeds{"e", counter{5}, tree}
	fmt.Println(e.inc(), e.inc(), e.get(), e.n, e.isLeaf())
	e.reset()
	fmt.Println(e.n)

	x := 3
	x = clamp(x, abs(-5), 9)
	x, y := both(x, sign(x))
	q, r := divmod(17, 5)
	fmt.Println(x, y, q, r, sign(-8), sign(0), abs(abs(-7)-abs(9)), clamp(12, 1, 10))
	s, n := pair("ab", larger("x", "y"))
	fmt.Println(s, n, larger(1.5, 0.5), larger(2, 3), zero[int](), zero[string]() == "", zero[*int]() == nil)
	fmt.Println(same(1, 1), same("a", "b"), same[any](1, 1.0), boxed(7), first([]int{9, 8}))
	m := map[string]int{}
	store(m, "k", note(3))
	fmt.Println(lookup(m, "k"), lookup(m, "none"), len(m))
	swap(&x, &y)
	fmt.Println(x, y, bits(0x81), narrow(200))

	// What is read beside a call that changes it.
	c := &counter{}
	fmt.Println(c.inc()+c.inc()*10+c.inc()*100, c.n)
	a := []int{0, 0, 0, 0}
	a[c.inc()-4] = c.inc()
	fmt.Println(a, note(1)+note(1), total)
	total = note(10) + total
	fmt.Println(total)

	for i := range 6 {
		if even(i) && not(i == 2) || i > 4 {
			fmt.Print(i, " ")
		}
	}
	nothing()
	for ; !even(x); x++ {
	}
	switch {
	case even(x) && even(y):
		fmt.Println("even", x, y)
	default:
		fmt.Println("odd", x, y)
	}
	funcs := []func(int) int{abs, sign}
	for _, f := range funcs {
		fmt.Print(f(-4), " ")
	}
	fmt.Println()

	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	try("first", func() { fmt.Println(first(nil)) })
	try("divmod", func() { fmt.Println(divmod(1, sign(0))) })
	try("scale", func() { var p *vec; p.scale(1) })
	try("value", func() { var p *vec; fmt.Println(p.dot(vec{})) })
	try("store", func() { store(nil, "k", 1) })
	try("same", func() { fmt.Println(same[any]([]int{}, []int{})) })
	try("leaf", func() { fmt.Println(none.isLeaf()) })
}
