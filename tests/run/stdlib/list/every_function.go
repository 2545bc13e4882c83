package main

import (
	"container/list"
	"fmt"
)

func show(l *list.List) {
	fmt.Print(l.Len(), ":")
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(" ", e.Value)
	}
	fmt.Print(" |")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(" ", e.Value)
	}
	fmt.Println()
}

func main() {
	var l list.List
	show(&l)
	fmt.Println(l.Front(), l.Back())
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	show(&l)
	l.MoveToFront(e4)
	show(&l)
	l.MoveToBack(e1)
	show(&l)
	l.MoveBefore(e1, e4)
	show(&l)
	l.MoveAfter(e1, e4)
	show(&l)
	l.MoveAfter(e1, e1)
	l.MoveToFront(l.Front())
	l.MoveToBack(l.Back())
	show(&l)
	fmt.Println(l.Remove(e4), l.Remove(e4), e4.Next(), e4.Prev())
	show(&l)
	l.PushBackList(&l)
	show(&l)
	other := list.New()
	other.PushBack("x")
	other.PushBack("y")
	l.PushFrontList(other)
	show(&l)
	l.PushFrontList(&l)
	show(&l)
	fmt.Println(l.InsertBefore(0, other.Front()), l.InsertAfter(0, e4))
	l.MoveToFront(other.Front())
	l.MoveBefore(other.Front(), l.Front())
	show(&l)
	show(other)
	l.Init()
	show(&l)
	l.PushBack(1)
	show(&l)
	for e, next := other.Front(), (*list.Element)(nil); e != nil; e = next {
		next = e.Next()
		other.Remove(e)
	}
	show(other)
}
