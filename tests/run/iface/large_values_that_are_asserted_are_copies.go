package main

import "fmt"

// A value of more words than registers are used for.
type big struct {
	a [20]int
	s string
}

func (b *big) hit()         { b.a[0]++ }
func (b big) sum() int      { return b.a[0] }
func (b big) bumped() big   { b.hit(); return b }
func changed(b big) int     { b.a[0] += 10; return b.a[0] }
func kept(b big) func() int { return func() int { b.hit(); return b.a[0] } }

func generic[T any, P interface {
	*T
	hit()
}](x any) T {
	v := x.(T)
	P(&v).hit()
	w, _ := x.(T)
	P(&w).hit()
	P(&w).hit()
	return w
}

func named(x any) (b big) {
	defer func() { b.hit() }()
	b = x.(big)
	return x.(big)
}

type arr [24]int

func main() {
	var i any = big{}
	switch e := i.(type) {
	case big:
		e.hit()
		e.a[0]++
		fmt.Println("switch", e.a[0], i.(big).a[0])
	}
	f := i.(big)
	f.hit()
	f.a[0]++
	fmt.Println("assertion", f.a[0], i.(big).a[0])
	g, ok := i.(big)
	g.hit()
	g.a[0]++
	fmt.Println("comma ok", g.a[0], i.(big).a[0], ok)
	if g, ok := i.(big); ok {
		g.hit()
	}
	var v = i.(big)
	v.a[0] = 77
	var w, wok = i.(big)
	w.a[0] = 78
	fmt.Println("variables", v.sum(), w.sum(), wok, i.(big).sum())
	fmt.Println("argument", changed(i.(big)), i.(big).a[0])
	k := kept(i.(big))
	k()
	fmt.Println("parameter of a closure", k(), i.(big).a[0])
	fmt.Println("receiver", i.(big).bumped().sum(), i.(big).sum())
	m := i.(big).bumped
	fmt.Println("method value", m().sum(), m().sum(), i.(big).sum())
	h := big{}
	h.hit()
	i = h
	h.hit()
	j := i
	n := j.(big)
	n.hit()
	h, n = i.(big), h
	h.hit()
	n.hit()
	fmt.Println("pairs", i.(big).a[0], h.a[0], n.a[0], j.(big).sum())
	i = any(n).(big)
	n.hit()
	fmt.Println("interface again", i.(big).a[0], n.a[0])
	p := &h
	*p = i.(big)
	p.hit()
	s := []big{i.(big)}
	s[0].hit()
	mm := map[int]big{1: i.(big)}
	e := mm[1]
	e.hit()
	c := make(chan big, 1)
	c <- i.(big)
	r := <-c
	r.hit()
	st := struct{ b big }{i.(big)}
	st.b.hit()
	q := [2]big{1: i.(big)}
	q[1].hit()
	fmt.Println("places", i.(big).a[0], h.sum(), s[0].sum(), mm[1].sum(), e.sum(), r.sum(), st.b.sum(), q[1].sum())
	fmt.Println("generic", generic[big](i).sum(), i.(big).sum())
	fmt.Println("result", named(i).sum(), i.(big).sum())
	var x any = arr{5}
	y := x.(arr)
	y[0]++
	z, _ := x.(arr)
	z[0] += 2
	for k, e := range x.(arr) {
		y[k] += e
		if k == 0 {
			y[1] = 9
		}
	}
	fmt.Println("array", x.(arr)[0], y[0], y[1], z[0])
	none, no := x.(big)
	none.hit()
	fmt.Println("none", none.sum(), no)
	defer func(b big) { fmt.Println("deferred", b.sum(), i.(big).sum()) }(i.(big))
	go func(b big) { b.hit(); c <- b }(i.(big))
	fmt.Println("goroutine", (<-c).sum(), i.(big).sum())
}
