package main

import "fmt"

type t struct {
	n int
	a [3]string
	p *t
}

var global = 5

func bump(p *int) { *p++ }

func escape() *int {
	x := 41
	p := &x
	bump(p)
	return p
}

func main() {
	x := 1
	p := &x
	pp := &p
	**pp = 10
	fmt.Println(x, *p == **pp, p == *pp)
	bump(&global)
	fmt.Println(global, *escape(), *escape())
	v := t{n: 1}
	bump(&v.n)
	s := &v.a[1]
	*s = "set"
	v.p = &v
	v.p.p.p.n = 77
	fmt.Println(v.n, v.a, (*v.p).n)
	sl := []int{1, 2, 3}
	e := &sl[1]
	sl = append(sl, 4)
	*e = 20
	fmt.Println(sl[1], *e)
	np := new(t)
	np.a[0] = "new"
	cp := *np
	cp.a[0] = "copy"
	fmt.Println(np.a[0], cp.a[0], *new(string) == "")
	var nilp *t
	fmt.Println(nilp == nil, nilp)
	a, b := new(int), new(int)
	fmt.Println(a == b, a != b, *a == *b)
	f := new(func() int)
	*f = func() int { return 3 }
	fmt.Println((*f)())
}
