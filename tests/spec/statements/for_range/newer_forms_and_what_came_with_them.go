// 1.22-1.27 features
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

type Seq = iter.Seq[int]
type Alias[T any] = map[string]T
type PA[T any] = *T
type Vec[T any] = []T
type List[T any] struct{ xs []T }

func (l *List[T]) Push(x T)          { l.xs = append(l.xs, x) }
func (l List[T]) All() iter.Seq[T]   { return slices.Values(l.xs) }
func (l List[T]) Map[U any](f func(T) U) List[U] {
	var r List[U]
	for _, x := range l.xs {
		r.Push(f(x))
	}
	return r
}
func (l List[T]) Fold[A any](a A, f func(A, T) A) A {
	for _, x := range l.xs {
		a = f(a, x)
	}
	return a
}

func count(n int) Seq {
	return func(yield func(int) bool) {
		defer fmt.Println("done", n)
		for i := range n {
			if !yield(i) {
				fmt.Println("stop", i)
				return
			}
		}
	}
}
func find(n int) (r int) {
	defer func() { r *= 10 }()
	for x := range count(10) {
		for y := range count(x) {
			if x*y == n {
				return x
			}
		}
	}
	return -1
}
func outer() {
L:
	for x := range count(4) {
		for y := range count(4) {
			switch {
			case y == 1:
				continue L
			case x == 2:
				break L
			}
			fmt.Println(x, y)
			defer fmt.Println("deferred", x, y)
		}
	}
}
func none(yield func() bool) {
	for i := 0; i < 3 && yield(); i++ {
	}
}
func bad(yield func(int) bool) { yield(1); yield(2) }

func main() {
	p := new(42)
	q := new("s" + "t")
	r := new(Vec[int]{1, 2})
	*p++
	fmt.Println(*p, *q, *r, *new(min(3, 1)), *new(int64(7)))
	fmt.Printf("%T %T %T\n", p, new(1.5), new('x'))
	var a Alias[int] = map[string]int{"x": 1}
	var pa PA[string] = q
	fmt.Println(a, *pa, len(Vec[bool]{true}))
	var l List[int]
	l.Push(1)
	l.Push(2)
	m := l.Map(func(i int) string { return fmt.Sprint(i, "!") })
	fmt.Println(m.xs, l.Fold("", func(s string, i int) string { return s + fmt.Sprint(i) }), l.Map[float64](func(i int) float64 { return float64(i) / 2 }).xs)
	for i := range 3 {
		defer func() { fmt.Print(i, " ") }()
	}
	for range 2 {
		fmt.Print("x")
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	fmt.Println()
	fmt.Println(find(12))
	outer()
	k := 0
	for range none {
		k++
	}
	fmt.Println(k)
	fmt.Println(min(2, 1.5), max("b", "a", "c"), min(3, u8), max(1, 2, 0x10))
	s := []int{1, 2, 3}
	clear(s)
	mm := map[string]int{"a": 1}
	clear(mm)
	fmt.Println(s, len(mm))
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.Sorted(l.All()))
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	arr := [4]int{1, 2, 3, 4}
	sl := arr[:]
	a2 := [4]int(sl)
	pa4 := (*[2]int)(sl)
	pa4[0] = 100
	fmt.Println(a2, arr, *pa4)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = [5]int(sl)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for x := range bad {
			fmt.Println(x)
			break
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		for x := range count(3) {
			if x == 1 {
				panic("in body")
			}
		}
	}()
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, ";") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}
