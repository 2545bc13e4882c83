package main

import "fmt"

type T struct {
	a int
	b [3]int
	n *T
}
type PT *T
type PP **T

func (t *T) Inc()    { t.a++ }
func (t T) Val() int { return t.a }

func escape() (*int, func() int) {
	x := 1
	return &x, func() int { x++; return x }
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	t := T{a: 1}
	p := &t
	pp := &p
	(*pp).a = 2
	(**pp).b[1] = 3
	p.b[2] = 4
	q := &p.b[1]
	*q *= 10
	fmt.Println(t.a, t.b, *q, p == &t, *pp == p, q == &t.b[1], &t.b[0] == &p.b[0])
	p.Inc()
	(*p).Inc()
	(&t).Inc()
	t.Inc()
	fmt.Println(p.Val(), t.Val(), (*T).Val(p), T.Val(*p))
	var pt PT = p
	pt.a = 100
	fmt.Println(t.a, (*T)(pt).Val(), PT(p) == pt, *(*int)(&pt.a))
	var np *T
	fmt.Println(np == nil, p != nil, np == (*T)(nil), PT(nil) == pt)
	x, f := escape()
	fmt.Println(f(), *x)
	*x = 10
	fmt.Println(f(), *x)
	y, _ := escape()
	fmt.Println(x == y, *x == *y)
	s := []T{{a: 1}, {a: 2}}
	e := &s[1]
	s = append(s, T{a: 3})
	e.a = 20
	fmt.Println(s[1].a, e.a)
	m := map[*int]string{x: "x", y: "y"}
	fmt.Println(m[x], m[y], m[new(int)])
	for i := range s {
		p := &s[i]
		p.a *= 2
		p.n = p
	}
	fmt.Println(s[0].a, s[0].n.n.n.a, s[2].n == &s[2])
	var i any = p
	i.(*T).a = 7
	fmt.Println(t.a, i == any(&t))
	a := &[]int{1, 2}
	(*a)[0] = 5
	*a = append(*a, 6)
	fmt.Println(*a, len(*a))
	c := &struct{ f func(int) int }{func(x int) int { return x + 1 }}
	fmt.Println(c.f(1), (*c).f(2))
	fp := &c.f
	*fp = nil
	fmt.Println(c.f == nil)
	try(func() { np.a = 1 })
	try(func() { _ = np.b[1] })
	try(func() { np.Val() })
	try(func() { np.Inc() })
	try(func() { _ = *np })
	try(func() { _ = &np.a; fmt.Println("address") })
	try(func() { _ = np.n.n })
	try(func() { var pi *int; *pi = 1 })
	try(func() { var pp PP; _ = **pp })
	try(func() { var ps *string; _ = *ps + "x" })
	try(func() { var pa *[]int; _ = (*pa)[0] })
	try(func() { var pm *map[string]int; (*pm)["a"] = 1 })
	try(func() { *np = T{} })
	try(func() { var fn *func(); (*fn)() })
	type Node struct {
		l, r *Node
		v    int
	}
	var insert func(n **Node, v int)
	insert = func(n **Node, v int) {
		for *n != nil {
			if v < (*n).v {
				n = &(*n).l
			} else {
				n = &(*n).r
			}
		}
		*n = &Node{v: v}
	}
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9} {
		insert(&root, v)
	}
	fmt.Println(root.v, root.l.v, root.r.r.v, root.l.l.v)
	z1, z2 := new(int), new(int)
	z1, z2 = z2, z1
	*z1, *z2 = 1, 2
	*z1, *z2 = *z2, *z1
	fmt.Println(*z1, *z2)
}
