package main

import (
	"container/heap"
	"fmt"
)

type item struct {
	name     string
	priority int
	index    int
}

type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].priority > q[j].priority }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index = i
	q[j].index = j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.index = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func main() {
	h := &ints{5, 2, 8, 9, 1, 3, 3, 7}
	heap.Init(h)
	fmt.Println(*h)
	heap.Push(h, 0)
	heap.Push(h, 4)
	fmt.Println(*h)
	fmt.Println(heap.Remove(h, 3), *h)
	fmt.Println(heap.Remove(h, h.Len()-1), *h)
	(*h)[2] = 100
	heap.Fix(h, 2)
	(*h)[5] = -5
	heap.Fix(h, 5)
	fmt.Println(*h)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()

	q := queue{}
	for i, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		heap.Push(&q, &item{name: name, priority: i * 5 % 4})
	}
	q[3].priority = 10
	heap.Fix(&q, 3)
	for q.Len() > 0 {
		it := heap.Pop(&q).(*item)
		fmt.Print(it.name, it.priority, " ")
	}
	fmt.Println()

	state := uint32(1)
	var big ints
	for range 300 {
		state = state*1664525 + 1013904223
		heap.Push(&big, int(state>>24))
		if state>>30 == 0 {
			heap.Pop(&big)
		}
	}
	fmt.Println(big)
}
