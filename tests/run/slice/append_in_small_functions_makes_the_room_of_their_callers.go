// Go inlines small functions: the first array of a slice that does not escape from the caller has 32 bytes.
package main

import "fmt"

func add(s []int, x int) []int { return append(s, x) }

func addLocal(s []int, x int) []int {
	s = append(s, x)
	return s
}

func addIf(s []int, x int) []int {
	if x > 0 {
		return append(s, x)
	}
	return s
}

func two(s []int, x, y int) ([]int, int) { return append(s, x, y), x + y }

func one(x int) []int { return append([]int(nil), x) }

func pair(x int) []int {
	var s []int
	s = append(s, x)
	s = append(s, x+1)
	return s
}

func capacity(s []int) int { return cap(s) }

//go:noinline
func returned() []int {
	var t []int
	t = add(t, 5)
	return t
}

//go:noinline
func looped() []int {
	var t []int
	for i := range 3 {
		t = append(t, i)
	}
	capacity(t)
	return t
}

//go:noinline
func named() (r []int) { r = add(r, 5); return }

type stack struct{ items []int }

func (s *stack) push(x int)       { s.items = append(s.items, x) }
func (s stack) with(x int) []int  { return append(s.items, x) }
func (s stack) pushed(x int) stack { s.items = append(s.items, x); return s }

type list []int

func (l list) add(x int) list { return append(l, x) }

type of[T any] struct{ items []T }

func (o of[T]) with(x T) []T { return append(o.items, x) }

func appended[T any](s []T, x T) []T { return append(s, x) }

var kept []int

func main() {
	fmt.Println("called directly")
	var s []int
	for i := range 10 {
		s = add(s, i)
		fmt.Print(cap(s), " ")
	}
	fmt.Println()
	var t []int
	t = addLocal(t, 1)
	u := addIf(nil, 1)
	v, sum := two(nil, 1, 2)
	var w, _ = two(nil, 1, 2)
	fmt.Println(cap(t), cap(u), cap(v), sum, cap(w), cap(one(1)), cap(pair(1)))
	fmt.Println(cap(add(nil, 1)), len(add(add(nil, 1), 2)), cap(add(add(nil, 1), 2)))
	fmt.Println(cap(append([]int(nil), 1)), cap(append(append([]int(nil), 1), 2)))

	fmt.Println("escaping")
	kept = add(nil, 1)
	k := add(nil, 1)
	kept = k
	p := add(nil, 1)
	fmt.Println(cap(kept), cap(k), cap(returned()), cap(looped()), cap(named()), p, cap(p))

	fmt.Println("methods")
	var st stack
	x := st.with(1)
	y := list(nil).add(1)
	z := of[string]{}.with("z")
	st.push(1)
	fmt.Println(cap(x), cap(y), cap(z), cap(st.items))
	var value stack
	value = value.pushed(1)
	fmt.Println(cap(value.items))

	fmt.Println("type arguments")
	fmt.Println(cap(appended([]byte(nil), 1)), cap(appended(nil, 1.5)), cap(appended(nil, "s")))

	fmt.Println("parts of variables")
	var g struct{ a, b []int }
	g.a = append(g.a, 1)
	g.b = add(g.b, 1)
	var array [3][]int
	array[1] = append(array[1], 1)
	m := map[string][]int{}
	m["a"] = add(m["a"], 1)
	fmt.Println(cap(g.a), cap(g.b), cap(array[1]), cap(m["a"]))
	first, second := add(nil, 1), add(nil, 2)
	first, second = second, first
	fmt.Println(cap(first), cap(second))
	full := add([]int{1, 2, 3}, 4)
	fmt.Println(cap(full), cap(add(full[:1:1], 7)))
	var from [2][]int // too large for registers
	from[0] = append(from[0], 1)
	for _, part := range from {
		kept = part
	}
	fmt.Println(cap(from[0]))
	wrapped := stack{append([]int(nil), 1)}
	inner := wrapped.items
	fmt.Println(cap(inner))
	sent := make(chan stack, 1)
	sent <- stack{append([]int(nil), 1)}
	fmt.Println(cap((<-sent).items))
}

type small struct {
	s []int
	n int
}

type large struct {
	s    []int
	n, m int
}

// What Go has in memory is changed where it is, on the heap.
func init() {
	var a small
	a.s = append(a.s, 1)
	var b large
	b.s = append(b.s, 1)
	var c [1][]int
	c[0] = append(c[0], 1)
	var d struct {
		s          []int
		a, b, c, d int8
	}
	d.s = append(d.s, 1)
	fmt.Println(cap(a.s), cap(b.s), cap(c[0]), cap(d.s))
	b.s, a.s = append(a.s[:0:0], 1), append(b.s[:0:0], 1)
	fmt.Println(cap(a.s), cap(b.s))
}
