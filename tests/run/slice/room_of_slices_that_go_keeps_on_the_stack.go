package main

import "fmt"

func grow() {
	var s []int
	for i := 0; i < 10; i++ {
		s = append(s, i)
		fmt.Println(len(s), cap(s))
	}
}
func growRange() {
	var s []int
	for i := 0; i < 10; i++ {
		s = append(s, i)
		fmt.Println(len(s), cap(s))
	}
	t := 0
	for _, v := range s {
		t += v
	}
	fmt.Println(t)
}
func growPrint() {
	var s []int
	for i := 0; i < 6; i++ {
		s = append(s, i)
		fmt.Println(len(s), cap(s))
	}
	fmt.Println(s)
}

//go:noinline
func collect(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i)
	}
	return out
}

//go:noinline
func collect2(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return
}

//go:noinline
func collectStr(n int) []string {
	out := []string{}
	for i := range n {
		out = append(out, fmt.Sprint(i))
	}
	return out
}

//go:noinline
func collectCap(n int) []byte {
	var out []byte
	for i := range n {
		out = append(out, byte(i))
		fmt.Print(cap(out), " ")
	}
	return out
}

type stack struct{ items []int }

func (s *stack) push(x int) { s.items = append(s.items, x) }

type celsius float32

type triple struct{ a, b, c int16 }

func kinds[T any](v T) {
	var s []T
	last := 0
	for range 100 {
		s = append(s, v)
		if c := cap(s); c != last {
			fmt.Print(" ", c)
			last = c
		}
	}
	fmt.Println()
}

//go:noinline
func sum(xs []int) (total int) {
	for _, x := range xs {
		total += x
	}
	return total
}

//go:noinline
func same(xs []int) []int { return xs }

var global []int
var pointer *int

func aliased() {
	var a, b, c, d, e []int
	a = append(a, 1)
	f := a[:1]
	b = append(b, 1)
	global = b
	c = append(c, 1)
	_ = sum(c)
	d = append(d, 1)
	global = same(d)
	e = append(e, 1)
	pointer = &e[0]
	fmt.Println(cap(a), cap(b), cap(c), cap(d), cap(e), cap(f))
	g := append(a[:0], 2, 3)
	h := append([]int(nil), 1, 2)
	var i, j []int
	i, j = append(i, 1, 2, 3), append(j, 1, 2, 3, 4, 5)
	fmt.Println(cap(g), cap(h), cap(i), cap(j), a[0])
	var sent []int
	sent = append(sent, 1)
	ch := make(chan []int, 1)
	ch <- sent
	fmt.Println(cap(sent), cap(<-ch))
	var two [][]int
	two = append(two, f)
	fmt.Println(cap(two), cap(append(two, nil)))
}

func main() {
	kinds(byte(1))
	kinds(int16(1))
	kinds(celsius(1))
	kinds(triple{})
	kinds(1)
	kinds("a")
	kinds([3]int{})
	kinds([5]int{})
	kinds(any(1))
	kinds(struct{}{})
	kinds([]int(nil))
	aliased()
	grow()
	growRange()
	growPrint()
	for n := range 10 {
		fmt.Print(cap(collect(n)), " ", cap(collect2(n)), " ", cap(collectStr(n)), " ", cap(collectCap(n)), ";")
	}
	fmt.Println()
	var st stack
	for i := range 6 {
		st.push(i)
		fmt.Print(cap(st.items), " ")
	}
	fmt.Println()
	s := []int{}
	for i := range 6 {
		s = append(s, i)
		fmt.Printf("%d %d; ", len(s), cap(s))
	}
	fmt.Println()
	a := []int{1, 2, 3}
	a = append(a, 4)
	fmt.Println(len(a), cap(a))
	b := append([]int{}, 1)
	fmt.Println(len(b), cap(b))
	c := append([]int(nil), a...)
	fmt.Println(len(c), cap(c))
	for range 3 {
		var s []int
		for i := range 5 {
			s = append(s, i)
			fmt.Printf("%d %d; ", len(s), cap(s))
		}
		fmt.Println()
	}
	for _, n := range []int{0, 3, 5} {
		m := make([]int, 0, n)
		for i := range 6 {
			m = append(m, i)
			fmt.Printf("%d %d; ", len(m), cap(m))
		}
		fmt.Println()
	}
}
