package main

import (
	"fmt"
	"runtime"
	"sort"
)

type Q struct {
	p *int
	n int
}
type V3 struct {
	a string
	n int
}
type W3 struct {
	i any
	n int
}
type Small struct {
	n int
	b bool
}

func main() {
	one := 1
	vs := []V3{{"c", 3}, {"a", 1}, {"b", 2}}
	sort.Slice(vs, func(i, j int) bool { return vs[i].a < vs[j].a })
	ws := []W3{{"x", 1}, {2.5, 2}, {nil, 3}}
	ws[0], ws[2] = ws[2], ws[0]
	sm := []Small{{1, true}, {2, false}}
	sm[0], sm[1] = sm[1], sm[0]
	qs := []Q{{&one, 1}, {nil, 2}}
	qs[0], qs[1] = qs[1], qs[0]
	runtime.GC()
	fmt.Println(vs, ws, sm, qs[0], *qs[1].p)
	arr := [2]V3{{"q", 1}, {"r", 2}}
	arr = [2]V3{arr[1], arr[0]}
	x := [2]int{1, 2}
	x = [2]int{x[1], x[0]}
	y := [...]int{2: 7, 0: 1, 1: 3}
	fmt.Println(arr, x, y, [3]int{1: 5})
}
