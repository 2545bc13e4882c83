package main

import "fmt"

type stack struct {
	items []int
	last  int
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func two(a, b any) {}

func main() {
	s := &stack{}
	v, zero := 5, 0
	pv := &v
	var i any = "text"
	n := len(s.items)
	try("pop through a pointer", func() { *pv, s.items = s.items[n-1], s.items[:n-1] })
	try("pop to a field", func() { s.last, s.items = s.items[len(s.items)-1], s.items[:len(s.items)-1] })
	try("pop to a variable", func() {
		top, rest := s.items[n-1], s.items[:n-1]
		fmt.Println(top, rest)
	})
	try("the slice first", func() { s.items, *pv = s.items[:n-1], s.items[n-1] })
	try("arguments", func() { two(s.items[n], s.items[:9]) })
	try("an assertion", func() { v, s.last = s.items[n], i.(int) })
	try("a quotient", func() { v, s.items = 5/zero, s.items[:9] })
	try("a quotient and an assertion", func() { two(5/zero, i.(int)) })
	fmt.Println(v, *s)
	s.items = []int{1, 2, 3}
	for len(s.items) > 0 {
		n := len(s.items)
		*pv, s.items = s.items[n-1], s.items[:n-1]
		fmt.Println(v, s.items)
	}
}
