package main

import "fmt"

type t struct{ n int }

func (v t) val(s string) string  { return fmt.Sprint(s, v.n) }
func (p *t) ptr(s string) string { p.n++; return fmt.Sprint(s, p.n) }

type shower interface{ val(string) string }

func main() {
	v := t{1}
	f := v.val
	g := v.ptr
	v.n = 10
	fmt.Println(f("f"), g("g"), v.n)
	fmt.Println(g("g"), v.n)
	p := &v
	h := p.val
	p.n = 50
	fmt.Println(h("h"), p.val("p"))
	var s shower = v
	k := s.val
	v.n = 99
	s = t{-1}
	fmt.Println(k("k"), s.val("s"))
	fs := []func(string) string{f, g, h, k, t{7}.val, (&t{8}).ptr}
	for i, f := range fs {
		fmt.Print(f(fmt.Sprint(i, ":")), " ")
	}
	fmt.Println()
	defer fmt.Println("end", func() string { return v.val("d") }())
	var q *t = &t{3}
	fn := q.ptr
	q = nil
	fmt.Println(fn("still "))
}
