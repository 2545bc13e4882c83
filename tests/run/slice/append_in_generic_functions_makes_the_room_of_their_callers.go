package main

import "fmt"

type List[T any] struct {
	items []T
	pair  [2]T
}

func (l *List[T]) push(x T)        { l.items = append(l.items, x) }
func (l List[T]) with(x T) []T     { return append(l.items, x) }
func grow[T any](s []T, x T) []T   { return append(s, x) }
func (l *List[T]) All(s []T, x T) int {
	l.push(x)
	s = grow(s, x)
	y := l.with(x)
	var loc struct {
		s []T
		v T
	}
	loc.s = append(loc.s, x)
	z := grow[T](nil, x)
	return len(s) + len(y) + len(z) + len(loc.s)
}
func outer[T any](l *List[T], x T) int {
	var s []T
	s = append(s, x)
	n := l.All(s, x)
	s = append(s, x)
	return n + cap(s)
}
func Each[T any](s []T, f func([]T) int) int {
	var l List[T]
	s = append(s, s[0])
	return l.All(s, s[0]) + f(s)
}

type Num interface{ ~int | ~float64 }

func sum[T Num](s []T) (t T) {
	s = grow(s, T(1))
	for _, x := range s {
		t += x
	}
	return
}

func main() {
	fmt.Println(outer(&List[int]{}, 1), outer(&List[string]{}, "a"), outer(&List[[3]float64]{}, [3]float64{}))
	fmt.Println(Each([]int{1}, func(s []int) int { s = append(s, 1); return len(s) }))
	var s []float64
	s = append(s, 2)
	fmt.Println(sum(s), cap(s), sum([]int{1, 2}))
	var l List[struct{}]
	var e []struct{}
	e = append(e, struct{}{})
	fmt.Println(l.All(e, struct{}{}))
}
