package main

import (
	"errors"
	"fmt"
	"iter"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) { s.items = append(s.items, v...) }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, errors.New("empty")
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}
func (s Stack[_]) Len() int { return len(s.items) }
func (s *Stack[E]) All() iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i, v := range s.items {
			if !yield(i, v) {
				return
			}
		}
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[string, K] { return Pair[string, K]{fmt.Sprint(p.Val), p.Key} }

type List[T any] struct {
	head *node[T]
	n    int
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.n++
	return l
}

func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

func main() {
	var s Stack[string]
	s.Push("a", "b", "c")
	fmt.Println(s.Pop())
	for i, v := range s.All() {
		fmt.Print(i, v, " ")
	}
	fmt.Println(s.Len())
	si := &Stack[int]{}
	fmt.Println(si.Pop())
	p := Pair[int, bool]{1, true}
	fmt.Printf("%v %+v %T %T\n", p, p.Swap(), p, p.Swap())
	l := new(List[Pair[string, int]])
	l.Add(Pair[string, int]{"x", 1}).Add(Pair[string, int]{"y", 2})
	l.Each(func(p Pair[string, int]) { fmt.Print(p.Key, p.Val, " ") })
	fmt.Println(l.n)
	fmt.Printf("%T %T\n", s, l)
}
