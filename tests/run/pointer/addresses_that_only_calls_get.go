// Variables whose addresses small methods and functions get, beside reads of these variables; and such whose addresses get further.
package main

import "fmt"

type spot struct{ x, y int }

func (s *spot) next() int           { s.x++; return s.x }
func (s *spot) twice(n int) int     { s.x += n; s.y += n; return n }
func (s *spot) turn()               { s.x, s.y = s.y, s.x }
func (s *spot) flip()               { *s = spot{s.y, s.x} }
func (s *spot) get() spot           { return *s }
func (s *spot) add(t *spot)         { s.x += t.x; s.y += t.y }
func (s *spot) self() *spot         { return s }
func (s *spot) is(n int) bool       { s.y++; return s.x > n }
func (s *spot) pair() (int, int)    { s.x++; return s.x, s.y }
func (s *spot) from(t spot, n int)  { s.x = n; s.y = t.x + t.y + n }
func (s spot) sum() int             { return s.x*10 + s.y }
func (s spot) and(t *spot) int      { t.x++; return s.x*10 + t.x }

type stack struct {
	items [3]int
	list  []int
	n     int
}

func (s *stack) push(v int)     { s.list = append(s.list, v); s.n++ }
func (s *stack) at(i int) int   { s.n++; return s.list[i] }
func (s *stack) row(n int)      { s.n, s.list[s.n] = n, s.n }
func (s *stack) put(i, v int)   { s.items[i] = v }
func (s *stack) first(v int)    { s.items[0] = v; s.items[1] = v }

type wide struct {
	a [20]int
	n int
}

func (w *wide) hit() int { w.n++; w.a[3] += w.n; return w.a[3] }

type deep struct {
	spot
	*stack
	in struct{ spot }
}

type box[T any] struct {
	v T
	n int
}

func (b *box[T]) put(x T) T { old := b.v; b.v = x; b.n++; return old }

func swap(a, b *int)              { *a, *b = *b, *a }
func bump(p *int) int             { *p++; return *p }
func mix(s *spot, n int, t *spot) { s.x += n; t.y += n; s.x += n }
func isNil(p *spot) bool          { return p == nil }
func anything(x any) int          { return 1 }
func unused(p *spot) int          { return 2 }
func name(p **spot)               { (*p).x = 77 }

func generic[T any](x T) (T, int) {
	b := box[T]{}
	b.put(x)
	c := &box[box[T]]{}
	c.put(b)
	return c.v.v, b.n + c.n
}

func readsAround() {
	var s spot
	fmt.Println(s.x, s.next(), s.x)
	fmt.Println(s.x+s.next(), s.next()+s.x)
	a, b := s.x, s.next()
	fmt.Println(a, b)
	l := []int{s.x, s.next(), s.x, s.twice(s.x), s.x}
	fmt.Println(l, s)
	func(a, b, c int) { fmt.Println(a, b, c) }(s.x, s.next(), s.y)
	s.x += s.next()
	s.y -= s.twice(s.y)
	fmt.Println(s)
	s.x, s.y = s.y, s.next()
	fmt.Println(s)
	if s.x < s.next() || s.is(3) {
		fmt.Println("yes", s)
	}
	switch s.x {
	case s.next(), s.next() - 2:
		fmt.Println("same", s)
	default:
		fmt.Println("other", s)
	}
	m := map[int]int{s.x: s.next(), s.next(): s.x}
	fmt.Println(m, s.and(&s), s)
	for i := range s.x {
		s.twice(i)
	}
	for i := 0; i < s.y; i += s.next() {
		fmt.Print(i, " ")
	}
	fmt.Println(s)
}

func argumentsThatOverlap() {
	s := spot{1, 2}
	s.twice(s.x)
	fmt.Println(s)
	s.from(s, s.y)
	fmt.Println(s)
	mix(&s, s.x, &s)
	fmt.Println(s)
	s.add(&s)
	swap(&s.x, &s.y)
	swap(&s.x, &s.x)
	fmt.Println(s, bump(&s.x), bump(&s.y), s)
	st := stack{list: []int{1, 2, 3}}
	st.push(st.n)
	st.first(st.items[1] + 4)
	st.first(st.n)
	st.push(st.at(st.n))
	fmt.Println(st)
	st.n = 2
	st.row(st.n)
	st.put(st.n, 9)
	fmt.Println(st)
	st.n, st.items[st.n] = 0, 5
	fmt.Println(st)
	w := wide{}
	w.hit()
	v := w
	fmt.Println(w.hit(), v.hit(), w.a[3], v.a[3])
	arr := [3]spot{{1, 2}}
	arr[1].add(&arr[0])
	arr[2].add(&arr[1])
	i := 1
	arr[i].turn()
	fmt.Println(arr, arr[2].next()+arr[2].x)
}

func pointersToNew() {
	sum := 0
	for i := range 3 {
		p := &spot{i, 1}
		q := new(spot)
		p.add(q)
		q.add(p)
		q.y += p.next()
		*p = spot{q.y, p.x}
		sum += p.x + q.sum() + p.get().sum() + unused(p)
		r := *q
		r.next()
		fmt.Println(*p, *q, r, sum)
	}
	p := &spot{5, 6}
	t := p.self()
	t.x = 9
	q := &spot{7, 8}
	o := q
	o.next()
	fmt.Println(p.x, q.x, isNil(p), isNil(q), p == t)
	n := new(int)
	*n += 3
	bump(n)
	swap(n, &p.y)
	fmt.Println(*n, p.y)
	u := &spot{1, 1}
	u = &spot{u.x + 1, u.next()}
	fmt.Println(*u)
	a := &[3]spot{}
	a[1].next()
	for i := range a {
		a[i].next()
	}
	fmt.Println(*a, len(a))
	z := &spot{}
	name(&z)
	y := &spot{3, 3}
	x := &y.y
	y.turn()
	*x += 100
	fmt.Println(z.x, *y, anything(y))
	type link struct {
		next *link
		v    int
	}
	head := &link{v: 1}
	head.next = &link{v: 2}
	head.next.next = head.next
	head.next.next.v++
	fmt.Println(head.v, head.next.v)
}

func throughEmbedded() {
	d := deep{spot: spot{1, 2}, stack: &stack{list: []int{7}}}
	d.next()
	d.push(d.x)
	d.in.twice(d.next())
	d.in.spot.turn()
	e := &deep{stack: d.stack}
	e.next()
	e.push(e.spot.x + 40)
	e.in.add(&e.spot)
	e.spot.add(&d.in.spot)
	fmt.Println(d.spot, d.in, d.list, e.spot, e.in, e.n)
	fmt.Println(generic("g"))
	fmt.Println(generic(spot{1, 2}))
}

func capturedAndDeferred() (res spot) {
	defer func() { res.x += 100; fmt.Println("deferred", recover(), res) }()
	res.next()
	s, t := spot{}, spot{}
	f := func() int { return s.next() }
	f()
	fmt.Println(s.x, f(), s.x)
	defer t.twice(4)
	g := t.next
	t.next()
	fmt.Println(t.x, g(), t.x)
	for i, v := range func(yield func(int, spot) bool) { _ = yield(1, spot{}) && yield(2, spot{}) } {
		v.twice(i)
		res.add(&v)
	}
	c := make(chan spot, 1)
	go func(u spot) { u.next(); c <- u }(res)
	u := <-c
	u.next()
	fmt.Println(u, res)
	st := &stack{}
	st.push(1)
	fmt.Println(st.at(0), st.n)
	st.at(st.n)
	return
}

func main() {
	readsAround()
	argumentsThatOverlap()
	pointersToNew()
	throughEmbedded()
	fmt.Println(capturedAndDeferred())
	var p *spot
	defer func() { fmt.Println(recover()) }()
	p.next()
}
