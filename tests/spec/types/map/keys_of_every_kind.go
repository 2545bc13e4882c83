package main

import (
	"fmt"
	"math"
)

type K struct {
	a int
	b string
	c any
	_ int
}
type E interface{ Error() string }
type e struct{ n int }

func (e e) Error() string { return fmt.Sprint("e", e.n) }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	m := map[any]string{}
	p, q := new(int), new(int)
	c := make(chan int)
	keys := []any{1, int8(1), uint(1), 1.0, float32(1), "1", '1', true, nil, p, q, c, [2]int{1, 2}, [2]any{1, "a"}, K{a: 1}, K{a: 1, c: 2.5}, struct{}{}, 1i, complex64(1i), [0]int{}, e{1}, &e{1}, struct{ a any }{[1]any{nil}}}
	for i, k := range keys {
		m[k] = fmt.Sprint(i)
	}
	fmt.Println(len(m))
	for _, k := range keys {
		fmt.Print(m[k], " ")
	}
	fmt.Println(m[2], m[K{a: 1, c: 2.5}], m[[2]any{1, "a"}], m[[2]any{1, 'a'}] == "", m[-0.0] == "", m[e{1}], m[any(nil)])
	try(func() { m[[]int{}] = "" })
	try(func() { _ = m[map[string]int{}] })
	try(func() { delete(m, func() {}) })
	try(func() { _ = m[K{c: []int{}}] })
	try(func() { _, _ = m[[1]any{func() {}}] })
	try(func() { var m map[any]int; fmt.Print(len(m), m["x"]); _ = m[[]int{}] })
	try(func() { var m map[string]int; m["a"] = 1 })
	try(func() { var m map[string]int; delete(m, "a"); clear(m); fmt.Print(m == nil, len(m)); m["a"]++ })
	nan := math.NaN()
	f := map[float64]int{nan: 1, nan: 2, 0.0: 3}
	f[nan] = 4
	f[math.Copysign(0, -1)] = 5
	f[math.Inf(1)] = 6
	_, ok := f[nan]
	fmt.Println(len(f), f[0], ok, f[math.Inf(1)])
	delete(f, nan)
	fmt.Println(len(f))
	clear(f)
	fmt.Println(len(f), f)
	g := map[complex128]int{complex(0, math.Copysign(0, -1)): 1}
	fmt.Println(g[0])
	h := map[E]int{e{1}: 1, &e{2}: 2, nil: 3}
	fmt.Println(h[e{1}], h[&e{2}], h[nil], h[e{3}])
	a := map[[2]string]*[]int{{"a"}: {1, 2}}
	*a[[2]string{"a", ""}] = append(*a[[2]string{"a"}], 3)
	(*a[[2]string{"a"}])[0] = 10
	fmt.Println(*a[[2]string{"a"}])
	s := map[struct{ x, y int8 }][]string{}
	s[struct{ x, y int8 }{1, 2}] = append(s[struct{ x, y int8 }{1, 2}], "q")
	s[struct{ x, y int8 }{1, 2}][0] += "!"
	fmt.Println(s)
	n := map[string]map[string]int{"a": {}}
	n["a"]["b"]++
	n["a"]["b"] += 2
	n["c"] = n["a"]
	fmt.Println(n, n["x"]["y"], len(n["x"]))
	type T struct{ v [2]int }
	t := map[int]T{1: {[2]int{1, 2}}}
	u := t[1]
	u.v[0] = 50
	fmt.Println(t, u, t[1].v[1], t[9].v[0])
	v, ok := t[5]
	fmt.Println(v, ok)
	var w, okw = t[1]
	_, okw2 := t[2]
	fmt.Println(w, okw, okw2)
	var x any
	x, ok = t[1]
	fmt.Println(x, ok)
	fn := map[string]func() int{"a": func() int { return 1 }}
	fmt.Println(fn["a"](), fn["b"] == nil)
	o := make(map[int]int, 100)
	for i := range 1000 {
		o[i*i%977] += i
	}
	tot := 0
	for k, v := range o {
		tot += k * v
		if k%2 == 0 {
			delete(o, k)
		}
	}
	fmt.Println(tot, len(o))
	cnt := 0
	for k := range o {
		delete(o, k)
		cnt++
		if cnt == 10 {
			clear(o)
		}
	}
	fmt.Println(cnt, len(o))
	var z map[string]int
	for range z {
		fmt.Println("never")
	}
	z = map[string]int{}
	y := z
	y["shared"] = 1
	fmt.Println(z, z == nil, fmt.Sprint(map[any]int{"b": 1, 2: 2, "a": 3, 1: 4, 1.5: 5, false: 6, nil: 7}))
	_ = len(map[string]int{"k": 1})
	i := 0
	idx := func() int { i++; return i }
	arr := map[int]int{}
	arr[idx()], arr[idx()] = idx(), idx()
	arr[idx()] += idx() * 10
	fmt.Println(arr)
}
