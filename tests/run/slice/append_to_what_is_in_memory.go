package main

import (
	"fmt"
	"math"
)

type inner struct {
	n     int
	words []int
	names []string
	bytes []byte
	anys  []any
}

type outer struct {
	inner
	far  [10000]int
	tail []int
	next *outer
	m    map[string][]int
	arr  [3][]string
}

type list []int

func (l *list) add(x int)       { *l = append(*l, x) }
func (o *outer) add(s string)   { o.names = append(o.names, s) }
func (o *outer) text(s string)  { o.bytes = append(o.bytes, s...) }
func (o *outer) byte(b byte)    { o.bytes = append(o.bytes, b) }
func (o *outer) any(x any)      { o.anys = append(o.anys, x) }
func (o *outer) deep(x int)     { o.next.next.words = append(o.next.next.words, x+1) }
func (o *outer) end(x int)      { o.tail = append(o.tail, x) }
func (o outer) copied(x int) int { o.words = append(o.words, x); return len(o.words) }

var (
	global  []int
	strings []string
	table   = map[string][]string{}
)

type graph[K comparable, V any] struct {
	edges map[K][]V
	all   []V
}

func (g *graph[K, V]) add(k K, v V) {
	g.edges[k] = append(g.edges[k], v)
	g.all = append(g.all, v)
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func places() {
	var l list
	o := &outer{next: &outer{next: &outer{}}, m: map[string][]int{}}
	for i := range 100 {
		l.add(i)
		o.add("n")
		o.text("ab")
		o.text("a text that is longer than others")
		o.byte('c')
		o.any(i)
		o.any(o)
		o.deep(i)
		o.end(i)
		k := "even"
		if i%2 == 1 {
			k = "odd"
		}
		o.m[k] = append(o.m[k], i)
		o.arr[i%3] = append(o.arr[i%3], k)
		o.arr[0] = append(o.arr[0], k)
		global = append(global, i*i)
		strings = append(strings, k)
		table[k] = append(table[k], k)
	}
	fmt.Println(len(l), len(o.names), len(o.bytes), string(o.bytes[:40]), len(o.anys), o.anys[198], len(o.next.next.words), o.next.next.words[99])
	fmt.Println(len(o.tail), o.tail[99], o.m["even"][49], o.m["odd"][49], len(o.arr[0]), len(o.arr[1]), len(o.arr[2]))
	fmt.Println(len(global), global[99], len(strings), len(table["odd"]), len(table["even"]), o.copied(1), len(o.words))

	adjacent := make([][]int, 5)
	for u := range 5 {
		for v := range 20 {
			adjacent[u] = append(adjacent[u], v*u)
			adjacent[4] = append(adjacent[4], v)
		}
	}
	fmt.Println(len(adjacent[0]), len(adjacent[4]), adjacent[3][19])

	var local struct{ a, b []int }
	p := &local
	for i := range 10 {
		local.a = append(local.a, i)
		p.b = append(p.b, i)
	}
	fmt.Println(local)

	var captured []string
	add := func(s string) { captured = append(captured, s) }
	for _, s := range []string{"x", "y", "z"} {
		add(s)
	}
	fmt.Println(captured)

	g := graph[int, string]{edges: map[int][]string{}}
	h := graph[string, *outer]{edges: map[string][]*outer{}}
	for i := range 10 {
		g.add(i%3, fmt.Sprint(i))
		h.add("k", o)
	}
	fmt.Println(g.edges, g.all, len(h.edges["k"]), h.all[9] == o)
}

func keys() {
	byFloat := map[float64][]int{}
	nan := math.NaN()
	for i := range 3 {
		byFloat[nan] = append(byFloat[nan], i)
		byFloat[1.5] = append(byFloat[1.5], i)
	}
	fmt.Println(len(byFloat), byFloat[1.5])
	byAny := map[any][]int{}
	var key any = []int{1}
	try(func() { byAny[key] = append(byAny[key], 1) })
	fmt.Println(len(byAny))
	var none map[string][]int
	try(func() { none["a"] = append(none["a"], 1) })
	byArray := map[[2]string][]byte{}
	pair := [2]string{"a", "b"}
	byArray[pair] = append(byArray[pair], 'x')
	byArray[pair] = append(byArray[pair], "yz"...)
	fmt.Println(byArray)
}

func failures() {
	var o *outer
	try(func() { o.words = append(o.words, 1) })
	try(func() { o.text("x") })
	try(func() { (&outer{}).deep(1) })
	var l *list
	try(func() { l.add(1) })
	short := make([][]int, 2)
	i := 2
	try(func() { short[i] = append(short[i], 1) })
	var nothing *[2][]string
	try(func() { nothing[1] = append(nothing[1], "x") })
}

// What the operands change while they are evaluated.
func order() {
	o := &outer{}
	grow := func() int { o.words = append(o.words, 7); return len(o.words) }
	o.words = append(o.words, grow())
	fmt.Println(o.words)
	first := o
	swap := func() int { o = &outer{}; return 5 }
	o.words = append(o.words, swap())
	fmt.Println(first.words, o.words)
	m := map[string][]int{}
	m["a"] = append(m["a"], func() int { m["a"] = []int{1, 2}; return 3 }())
	fmt.Println(m)
}

// Slices that share an array, and capacities.
func shared() {
	o := &outer{}
	o.words = make([]int, 2, 5)
	other := o.words
	for i := range 6 {
		o.words = append(o.words, i)
		fmt.Print(len(o.words), cap(o.words), " ")
	}
	fmt.Println(other[:5], o.words)
	var caps []int
	p := &caps
	for i := range 20 {
		*p = append(*p, i)
		fmt.Print(cap(*p), " ")
	}
	fmt.Println()
	var empty []struct{}
	q := &empty
	for range 5 {
		*q = append(*q, struct{}{})
	}
	fmt.Println(len(*q))
	self := &inner{}
	self.anys = append(self.anys, self.anys)
	self.anys = append(self.anys, self)
	fmt.Println(len(self.anys), self.anys[0])
	self.bytes = append(self.bytes, "abc"...)
	text := string(self.bytes)
	self.bytes = append(self.bytes[:1], text...)
	self.bytes = append(self.bytes, text...)
	fmt.Println(string(self.bytes), text)
	var nothing *[]byte = new([]byte)
	*nothing = append(*nothing, ""...)
	fmt.Println(*nothing == nil)
}

func main() {
	places()
	keys()
	failures()
	order()
	shared()
}
