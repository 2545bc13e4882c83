package main

import "fmt"

type tree struct {
	left, right *tree
	val         int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{val: v}
	}
	if v < t.val {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree) walk(f func(int)) {
	if t == nil {
		return
	}
	t.left.walk(f)
	f(t.val)
	t.right.walk(f)
}

type nodes map[string]nodes
type fn func(int) fn
type list []list
type ch chan ch

func main() {
	var t *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = t.insert(v)
	}
	t.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	n := nodes{"a": {"b": nil, "c": {}}}
	fmt.Println(n, len(n["a"]))
	var f fn
	f = func(i int) fn { fmt.Print(i, " "); return f }
	f(1)(2)(3)
	fmt.Println()
	l := list{{}, {{}, nil}}
	fmt.Println(l, len(l[1]))
	c := make(ch, 1)
	c <- c
	fmt.Println(<-c == c)
}
