package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := make(Set[T], len(vs))
	for _, v := range vs {
		s.Add(v)
	}
	return s
}

func (s Set[T]) Add(v T)      { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	u := SetOf[T]()
	for _, x := range []Set[T]{s, o} {
		for v := range x {
			u.Add(v)
		}
	}
	return u
}

func Sorted[T cmp.Ordered](s Set[T]) []T {
	var out []T
	for v := range s {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

type OrderedMap[K cmp.Ordered, V any] struct {
	keys []K
	m    map[K]V
}

func (o *OrderedMap[K, V]) Set(k K, v V) {
	if o.m == nil {
		o.m = map[K]V{}
	}
	if _, ok := o.m[k]; !ok {
		i, _ := slices.BinarySearch(o.keys, k)
		o.keys = slices.Insert(o.keys, i, k)
	}
	o.m[k] = v
}

func (o *OrderedMap[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range o.keys {
			if !yield(k, o.m[k]) {
				return
			}
		}
	}
}

func GroupBy[T any, K cmp.Ordered](xs []T, key func(T) K) *OrderedMap[K, []T] {
	var o OrderedMap[K, []T]
	for _, x := range xs {
		k := key(x)
		o.Set(k, append(o.m[k], x))
	}
	return &o
}

func main() {
	a, b := SetOf(1, 2, 3), SetOf(3, 4)
	fmt.Println(Sorted(a.Union(b)), a.Has(2), b.Has(2), len(a))
	for k, v := range GroupBy(strings.Fields("to be or not to be that is"), func(s string) int { return len(s) }).All() {
		fmt.Println(k, v)
	}
	fmt.Printf("%T %T\n", a, GroupBy[string, rune](nil, nil))
}
