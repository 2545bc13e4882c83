package main

import "fmt"

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	i := 0
	x := []int{10, 20, 30}
	i, x[i] = 2, 99
	fmt.Println(i, x)
	x[0], x[0] = 1, 2
	fmt.Println(x)
	x[1], x[2] = x[2], x[1]
	fmt.Println(x)
	p := &struct{ n int }{5}
	q := p
	p, p.n = nil, 7
	fmt.Println(p == nil, q.n)
	m := map[string]int{"a": 1}
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m["a"], m["b"])
	s := []int{1, 2, 3}
	s, s[0] = nil, 100
	fmt.Println(s == nil)
}
