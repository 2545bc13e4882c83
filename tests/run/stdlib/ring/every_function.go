package main

import (
	"container/ring"
	"fmt"
)

func show(r *ring.Ring) {
	fmt.Print(r.Len(), ":")
	r.Do(func(v any) { fmt.Print(" ", v) })
	fmt.Println()
}

func fill(n, from int) *ring.Ring {
	r := ring.New(n)
	for i := range n {
		r.Value = from + i
		r = r.Next()
	}
	return r
}

func main() {
	show(nil)
	show(ring.New(0))
	var one ring.Ring
	one.Value = "one"
	show(&one)
	fmt.Println(one.Next() == &one, one.Prev() == &one, one.Move(3) == &one)
	r := fill(6, 0)
	show(r)
	show(r.Move(2))
	show(r.Move(-1))
	show(r.Prev())
	out := r.Unlink(2)
	show(out)
	show(r)
	fmt.Println(r.Unlink(0))
	s := fill(3, 100)
	after := r.Link(s)
	show(after)
	show(r)
	show(r.Link(r.Move(3)))
	show(r)
	show(r.Unlink(10))
	show(r)
	r.Link(nil)
	show(r)
	var zero ring.Ring
	show(zero.Link(fill(2, 7)))
}
