// `x += y` and `x++` where x is a field, an element, an entry of a map, a package variable or what a closure shares.
package main

import (
	"fmt"
	"math"
)

type inner struct {
	a int8
	n int
	u uint64
}

type outer struct {
	pad [4]int
	in  inner
	p   *inner
	f   float64
}

type count int64

var (
	total  int
	byKind [3]count
	small  uint8 = 255
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func add[T int | uint64 | float64 | int32](p *T, s []T, y T) {
	*p += y
	s[1] += y
	s[0]++
	s[1]--
	*p -= y + y
}

func main() {
	var o outer
	o.in.n++
	o.in.n += 40
	o.in.n -= -1
	o.in.u--
	o.in.a += 127
	o.in.a++
	o.f += 0.5
	o.f++
	fmt.Println(o.in, o.f)

	n := math.MaxInt
	p := &n
	*p += 1
	fmt.Println(n == math.MinInt)
	*p -= 1
	fmt.Println(n == math.MaxInt)

	y := 3
	s := []int{1, 2, 3}
	i := 1
	s[i] += y
	s[i] -= 1
	s[i+1] += y * y
	s[len(s)-1]++
	s[0] += s[1]
	s[i] += i
	fmt.Println(s)

	m := map[string]int{}
	m["a"]++
	m["a"] += y
	m["b"] -= 2
	m["b"] += len(m)
	fmt.Println(m)

	total++
	total += y
	total -= 100
	byKind[2] += 7
	byKind[i]++
	small++
	small += 3
	fmt.Println(total, byKind, small)

	closed := 0
	inc := func(by int) func() int { return func() int { closed += by; y++; return closed } }
	f, g := inc(1), inc(10)
	f()
	g()
	fmt.Println(f(), g(), closed, y)

	var big [300]outer
	big[i].in.n += y
	big[i+1].pad[y%4]++
	pb := &big
	pb[1].in.n *= 2
	pb[1].in.n++
	far := struct {
		_ [70000]byte
		n int
	}{}
	q := &far
	q.n += 5
	q.n++
	fmt.Println(big[1].in.n, big[2].pad, far.n)

	try(func() { o.p.n++ })
	try(func() { var q *outer; q.in.n += y })
	try(func() { s[y]++ })
	try(func() { s[y+100] += y })
	try(func() { var u uint64 = math.MaxUint64; s[u]++ })
	try(func() { k := -1; s[k] += 2 })
	try(func() { var m map[int]int; m[1]++ })
	try(func() { var e []int; e[0]++ })

	a, b := 1, []int{1, 2}
	add(&a, b, 5)
	c, d := 1.5, []float64{1, 2}
	add(&c, d, 0.25)
	u, v := uint64(1), []uint64{0, 0}
	add(&u, v, 2)
	w, x := int32(math.MaxInt32), []int32{math.MaxInt32, 5}
	add(&w, x, 7)
	fmt.Println(a, b, c, d, u, v, w, x)

	order := []int{0, 0, 0}
	at := func(i int) int { order = append(order, i); return i }
	order[at(1)] += at(2)
	order[at(0)]++
	fmt.Println(order)
}
