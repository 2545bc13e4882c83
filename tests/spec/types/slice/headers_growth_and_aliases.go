package main

import "fmt"

type S []S
type Ints []int

func (s Ints) Sum() (n int) {
	for _, v := range s {
		n += v
	}
	return
}
func (s *Ints) Add(v ...int) { *s = append(*s, v...) }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var n []int
	e := []int{}
	fmt.Println(n == nil, e == nil, len(n), cap(e), n, e, n[:] == nil, e[:0] == nil, n[0:0:0] == nil)
	for range n {
		fmt.Println("never")
	}
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:3]
	t := s[1:4]
	u := s[:1:2]
	fmt.Println(len(s), cap(s), s, len(t), cap(t), t, len(u), cap(u), u)
	s = append(s, 30) // writes a[3]
	u = append(u, 20) // writes a[2]
	u = append(u, 99) // does not write a[3]
	u[0] = -1
	fmt.Println(a, s, t, u)
	s[0] = 100
	fmt.Println(a[1], &a[1] == &s[0], &t[0] == &a[2])
	x := make([]int, 2, 5)
	y := append(x, 1)
	z := append(x, 2)
	fmt.Println(x, y, z, x[:5])
	p := &[3]string{"a", "b", "c"}
	q := p[1:]
	q[0] = "B"
	fmt.Println(*p, len(p[:2]), cap(p[1:2]))
	self := S{nil, {}, {{}, nil}}
	self[0] = self
	fmt.Println(len(self[0][0][2]), self[1] == nil)
	var is Ints
	is.Add(1, 2, 3)
	is.Add()
	is.Add([]int(is)...)
	fmt.Println(is, is.Sum(), Ints(a[:]).Sum(), Ints.Sum([]int{4}))
	i, j, k := 2, 1, 9
	try("index", func() { _ = is[k] })
	try("negative", func() { _ = is[-j] })
	try("order", func() { _ = is[i:j] })
	try("high", func() { _ = is[:k+9] })
	try("low", func() { _ = is[k:] })
	try("max", func() { _ = is[0:1:k*k] })
	try("max order", func() { _ = is[0:i:j] })
	try("low order", func() { _ = is[i:j:j] })
	try("array", func() { _ = a[k:] })
	try("pointer", func() { var p *[3]int; _ = p[:] })
	try("pointer index", func() { var p *[3]int; _ = p[1] })
	try("make", func() { _ = make([]int, -j) })
	try("make cap", func() { _ = make([]int, i, j) })
	try("to array", func() { _ = [3]int(is[:i]) })
	try("to pointer", func() { _ = (*[3]int)(is[:i]) })
	arr := [2]int(is)
	pa := (*[2]int)(is)
	pa[0] = 77
	fmt.Println(arr, is[0], (*[0]int)(n) == nil, (*[0]int)(e) == nil, [0]int(n))
	m := [][]int{0: {1}, 3: {4, 5}, {6}}
	m[1] = append(m[1], m[3]...)
	m[1][0]++
	fmt.Println(m, len(m), m[3])
	copy(a[1:], a[:])
	c1, c2 := copy(n, a[:]), copy(a[:2], []int{8, 9, 10})
	fmt.Println(c1, c2, a)
	clear(a[2:4])
	fmt.Println(a, append([]any{}, 1, "a", nil), append([]int(nil), []int(nil)...) == nil, append([]int(nil)) == nil)
	for i := range a[:2] {
		a[i], a[i+1] = a[i+1], a[i]
	}
	fmt.Println(a)
	for i, v := range s {
		if i == 0 {
			s = append(s, 1000)
			s[1] = 555
		}
		fmt.Print(v, " ")
	}
	fmt.Println(len(s))
}
