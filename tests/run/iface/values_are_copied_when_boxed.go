package main

import "fmt"

type s struct {
	n   int
	arr [2]int
}

func (v s) Get() int  { return v.n }
func (p *s) Inc()     { p.n++ }

type getter interface{ Get() int }
type incer interface {
	getter
	Inc()
}

func main() {
	v := s{n: 1}
	var g getter = v
	v.n = 2
	fmt.Println(g.Get(), v.n)
	var i incer = &v
	i.Inc()
	fmt.Println(i.Get(), v.n)
	w := g.(s)
	w.n = 50
	w.arr[0] = 1
	fmt.Println(g.Get(), g.(s).arr)
	h := g
	fmt.Println(h == g)
	arr := []any{v, v, &v}
	v.n = 1000
	fmt.Println(arr[0].(s).n, arr[2].(*s).n)
	var a any = [2]int{1, 2}
	b := a.([2]int)
	b[0] = 9
	fmt.Println(a, b)
	n := 5
	var x any = n
	n++
	fmt.Println(x, n)
}
