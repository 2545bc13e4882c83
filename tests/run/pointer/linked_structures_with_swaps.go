package main

import (
	"fmt"
	"strings"
)

type node struct {
	v    int
	next *node
}

type list struct{ head, tail *node }

func (l *list) push(vs ...int) *list {
	for _, v := range vs {
		n := &node{v: v}
		if l.tail == nil {
			l.head = n
		} else {
			l.tail.next = n
		}
		l.tail = n
	}
	return l
}

func (l *list) reverse() {
	l.tail = l.head
	var prev *node
	for n := l.head; n != nil; {
		n.next, prev, n = prev, n, n.next
	}
	l.head = prev
}

func (l *list) remove(v int) {
	for p := &l.head; *p != nil; {
		if (*p).v == v {
			*p = (*p).next
		} else {
			p = &(*p).next
		}
	}
}

func (l list) String() string {
	var b strings.Builder
	for n := l.head; n != nil; n = n.next {
		fmt.Fprint(&b, n.v, ">")
	}
	return b.String()
}

func swap(a, b *int) { *a, *b = *b, *a }

func main() {
	l := (&list{}).push(1, 2, 3, 2, 4)
	fmt.Println(l)
	l.reverse()
	fmt.Println(l)
	l.remove(2)
	l.remove(4)
	fmt.Println(l)
	a, b := 1, 2
	swap(&a, &b)
	s := []int{7, 8, 9}
	swap(&s[0], &s[2])
	arr := [2]struct{ n int }{{1}, {2}}
	swap(&arr[0].n, &arr[1].n)
	fmt.Println(a, b, s, arr)
	pp := []*int{&a, &b}
	pp[0], pp[1] = pp[1], pp[0]
	*pp[0] *= 10
	fmt.Println(a, b)
	ptrs := map[string]*[]int{"s": &s}
	*ptrs["s"] = append(*ptrs["s"], 10)
	(*ptrs["s"])[0] = 0
	fmt.Println(s)
}
