package main

import (
	"fmt"
	"runtime"
)

type ring struct {
	next, prev *ring
	self       any
	fn         func() *ring
	v          int
}

func mk(n int) *ring {
	first := &ring{v: 0}
	cur := first
	for i := 1; i < n; i++ {
		r := &ring{prev: cur, v: i}
		r.self = r
		r.fn = func() *ring { return r }
		cur.next = r
		cur = r
	}
	cur.next, first.prev = first, cur
	return first
}

func main() {
	var live *ring
	for i := range 300 {
		r := mk(100)
		if i == 150 {
			live = r
		}
	}
	runtime.GC()
	sum := 0
	for r, i := live, 0; i < 100; r, i = r.next, i+1 {
		sum += r.v
	}
	fmt.Println(sum, live.prev.self.(*ring).fn().v)
}
