package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

type Seq[T any] func(yield func(T) bool)

func (s Seq[T]) Map(f func(T) T) Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if !yield(f(x)) {
				return
			}
		}
	}
}

func count(n int) Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				fmt.Print("stopped ")
				return
			}
		}
		fmt.Print("exhausted ")
	}
}

func pairs(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) && yield("c", 3) }
func none(yield func() bool) {
	for range 3 {
		if !yield() {
			return
		}
	}
}

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) all() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}
func (t *tree) push(yield func(int) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func find(n int) (res int, ok bool) {
	for x := range count(10) {
		for y := range count(10) {
			if x*y == n {
				return x*100 + y, true
			}
		}
	}
	return
}

func labels() {
outer:
	for i := range count(3) {
	inner:
		for j := range count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case j == 2:
				break inner
			case i == 2:
				break outer
			}
			for range 2 {
				if i == 1 {
					continue inner
				}
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	n := 0
again:
	for i := range count(5) {
		n++
		if i == 1 && n < 5 {
			goto again
		}
		if i == 2 {
			goto done
		}
	}
done:
	fmt.Println("n", n)
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for i := range 3 {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	var n8 int8 = 3
	for i := range n8 {
		fmt.Printf("%T%d ", i, i)
	}
	for range -1 {
		fmt.Print("never")
	}
	for i := range 'c' - 'a' {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	for i, r := range "aé\xff日" {
		fmt.Print(i, ":", r, " ")
	}
	for i := range "aé" {
		fmt.Print(i, " ")
	}
	for i, b := range []byte("é") {
		fmt.Print(i, b, " ")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10 + i
		fmt.Print(v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20 + i
		fmt.Print(v, " ")
	}
	for i, v := range arr[:] {
		arr[2] = 30 + i
		fmt.Print(v, " ")
	}
	var np *[4]int
	for i := range np {
		fmt.Print(i)
	}
	for i := range len(np) {
		fmt.Print(i)
	}
	fmt.Println()
	s := []int{1, 2}
	for i, v := range s {
		s = append(s, v*10)
		if i == 0 {
			s = s[:1]
		}
	}
	fmt.Println(s)
	m := map[string]int{"a": 1}
	for k, v := range m {
		m["a"] = 5
		delete(m, k)
		fmt.Println(k, v, len(m))
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	for range ch {
	}
	var k string
	var v int
	for k, v = range pairs {
		if v == 2 {
			break
		}
	}
	fmt.Println(k, v)
	x := [2]int{}
	for x[0], x[1] = range []int{7, 8} {
	}
	fmt.Println(x)
	i := 0
	for range none {
		i++
		if i == 2 {
			continue
		}
	}
	fmt.Println(i)
	fmt.Println(find(42))
	fmt.Println(find(1000))
	labels()
	for x := range count(3).Map(func(i int) int { return i * i }).Map(func(i int) int { return i + 1 }) {
		fmt.Print(x, " ")
	}
	fmt.Println()
	t := &tree{&tree{nil, nil, 1}, &tree{&tree{nil, nil, 3}, nil, 4}, 2}
	for v := range t.all() {
		if v == 4 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println(slices.Collect(t.all()), slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
	next, stop := iter.Pull2(maps.All(map[string]int{"k": 1}))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	nx, st := iter.Pull(iter.Seq[int](count(5)))
	fmt.Println(nx())
	fmt.Println(nx())
	st()
	fmt.Println(nx())
	pn, _ := iter.Pull(func(yield func(int) bool) { yield(1); panic("in iterator") })
	pn()
	try(func() { pn() })
	try(func() {
		for x := range bad {
			fmt.Print(x, " ")
			break
		}
	})
	var leaked func(int) bool
	try(func() {
		for x := range func(yield func(int) bool) { leaked = yield; yield(1) } {
			fmt.Print(x, " ")
		}
		leaked(2)
	})
	try(func() {
		var f func(func(int) bool)
		for range f {
		}
	})
	try(func() {
		for range func(yield func() bool) { defer func() { recover() }(); yield() } {
			panic("swallowed")
		}
	})
	for i := range 10 {
		defer func() {
			if i > 7 {
				fmt.Print("deferred ", i, " ")
			}
		}()
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-3 {
		fmt.Print(i, j, " ")
	}
	for a := 3; a > 0; {
		a--
		if a == 1 {
			continue
		}
		fmt.Print(a, " ")
	}
	fmt.Println()
}
