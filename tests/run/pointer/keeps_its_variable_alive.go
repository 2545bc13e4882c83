package main

import (
	"fmt"
	"runtime"
)

type node struct {
	data [100]int
	next *node
}

func inner() *int {
	n := &node{}
	n.data[50] = 123
	return &n.data[50]
}

func main() {
	p := inner()
	var head *node
	for i := range 2000 {
		head = &node{next: head}
		head.data[0] = i
		if i%100 == 0 {
			head = nil
		}
	}
	runtime.GC()
	n := 0
	for h := head; h != nil; h = h.next {
		n += h.data[0]
	}
	fmt.Println(*p, n)
	s := make([]string, 0)
	for i := range 1000 {
		s = append(s, fmt.Sprint("s", i))
		s = s[max(0, len(s)-10):]
	}
	runtime.GC()
	fmt.Println(s)
}
