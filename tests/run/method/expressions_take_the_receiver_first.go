package main

import (
	"fmt"
	"strings"
)

type t struct{ n int }

func (v t) Add(d int) int   { return v.n + d }
func (p *t) Set(n int) *t   { p.n = n; return p }

type e struct{ t }

type adder interface{ Add(int) int }

func main() {
	f := t.Add
	g := (*t).Set
	h := (*t).Add
	v := t{1}
	fmt.Println(f(v, 2), g(&v, 5).n, h(&v, 1), v)
	fmt.Printf("%T %T %T\n", f, g, h)
	i := adder.Add
	fmt.Println(i(v, 10))
	fmt.Printf("%T\n", i)
	x := e{t{7}}
	fmt.Println(e.Add(x, 1), (*e).Set(&x, 2).n, x.n)
	fmt.Println((*strings.Builder).Len(&strings.Builder{}))
	ops := map[string]func(t, int) int{"add": t.Add}
	fmt.Println(ops["add"](t{3}, 4))
	fmt.Println(struct{ t }.Add(struct{ t }{t{1}}, 1))
}
