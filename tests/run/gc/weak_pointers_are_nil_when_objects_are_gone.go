package main

import (
	"fmt"
	"runtime"
	"weak"
)

type node struct {
	a, b int
	next *node
}

var kept *node

func revived() {
	done := make(chan bool)
	x := &node{a: 1, next: &node{a: 2}}
	w, same, inner, next := weak.Make(x), weak.Make(x), weak.Make(&x.b), weak.Make(x.next)
	fmt.Println(w == same, w.Value() == x, inner.Value() == &x.b, weak.Make(&x.a) == weak.Make(&x.b))
	runtime.SetFinalizer(x, func(x *node) {
		fmt.Println("finalizer", x.a, w.Value() == nil, inner.Value() == nil, next.Value() == x.next)
		kept = x
		close(done)
	})
	runtime.GC()
	fmt.Println(w.Value() == x)
	runtime.KeepAlive(x)
	x = nil
	runtime.GC()
	<-done
	fmt.Println(w.Value(), inner.Value(), w == same, next.Value() == kept.next)
	again := weak.Make(kept)
	fmt.Println(again == w, again.Value() == kept)
	kept = nil
	runtime.GC()
	fmt.Println(again.Value(), next.Value(), again == w, w == same)
}

func keys() {
	m := map[weak.Pointer[node]]int{}
	k := &node{}
	m[weak.Make(k)]++
	runtime.GC()
	m[weak.Make(k)]++
	fmt.Println(len(m), m[weak.Make(k)])
	runtime.KeepAlive(k)
	k = nil
	runtime.GC()
	for p, n := range m {
		fmt.Println(p.Value(), n, m[p])
	}
}

func nils() {
	var zero weak.Pointer[node]
	fmt.Println(zero.Value(), zero == weak.Make[node](nil))
	global := weak.Make(&kept)
	runtime.GC()
	fmt.Println(global.Value() == &kept)
}

// A cache whose entries go with what they were made of.
type cache struct {
	entries map[string]weak.Pointer[[]byte]
	made    int
}

func (c *cache) get(name string) *[]byte {
	if p := c.entries[name].Value(); p != nil {
		return p
	}
	c.made++
	v := []byte(name)
	c.entries[name] = weak.Make(&v)
	return &v
}

func caches() {
	c := cache{entries: map[string]weak.Pointer[[]byte]{}}
	one := c.get("one")
	c.get("two")
	fmt.Println(c.get("one") == one, c.made)
	runtime.GC()
	fmt.Println(c.get("one") == one, string(*c.get("two")), c.made)
}

// A tree whose children know their parents.
type tree struct {
	parent   weak.Pointer[tree]
	children []*tree
	size     [4]int
}

func trees() {
	root := &tree{}
	for range 3 {
		root.children = append(root.children, &tree{parent: weak.Make(root)})
	}
	child := root.children[1]
	runtime.GC()
	fmt.Println(child.parent.Value() == root)
	runtime.KeepAlive(root)
	root = nil
	runtime.GC()
	fmt.Println(child.parent.Value() == nil, len(child.children))
}

func main() {
	revived()
	keys()
	nils()
	caches()
	trees()
}
