package main

import "fmt"

type list struct {
	v    int
	next *list
}

func (l *list) Len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.Len()
}

type m map[string]int

func (x m) Get(k string) int { return x[k] }

type s []int

func (x s) Sum() (n int) {
	for _, v := range x {
		n += v
	}
	return
}

type lener interface{ Len() int }

func main() {
	var l *list
	fmt.Println(l.Len(), (&list{1, &list{2, nil}}).Len())
	var i lener = l
	fmt.Println(i == nil, i.Len(), i.(*list) == nil)
	fmt.Println(m(nil).Get("x"), s(nil).Sum())
	f := l.Len
	fmt.Println(f())
}
