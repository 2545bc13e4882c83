package main

import (
	"fmt"
	"iter"
)

type tree[T any] struct {
	l, r *tree[T]
	v    T
}

func (t *tree[T]) all() iter.Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}

func (t *tree[T]) push(yield func(T) bool) bool {
	if t == nil {
		return true
	}
	return t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func (t *tree[T]) nested() iter.Seq[T] {
	return func(yield func(T) bool) {
		if t == nil {
			return
		}
		for v := range t.l.nested() {
			if !yield(v) {
				return
			}
		}
		if !yield(t.v) {
			return
		}
		for v := range t.r.nested() {
			if !yield(v) {
				return
			}
		}
	}
}

func build(lo, hi int) *tree[int] {
	if lo >= hi {
		return nil
	}
	m := (lo + hi) / 2
	return &tree[int]{build(lo, m), build(m+1, hi), m}
}

func main() {
	t := build(0, 20)
	for v := range t.all() {
		if v > 6 {
			break
		}
		fmt.Print(v, " ")
	}
	sum := 0
	for v := range t.nested() {
		sum += v
		if v == 15 {
			break
		}
	}
	fmt.Println(sum)
}
