package main

import (
	"fmt"
	"math"
	"runtime"
)

type P struct{ x, y int }
type Q struct {
	p *int
	n int
}
type M struct {
	a int32
	b string
	_ int
	c float32
}
type N struct {
	M
	arr [2]string
	any any
}
func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func main() {
	nan, nz := math.NaN(), math.Copysign(0, -1)
	f := map[float64]int{}
	f[nan]++
	f[nan]++
	f[0]++
	f[nz]++
	f[1.5] = 3
	fmt.Println(len(f), f[0], f[nz], f[nan], f[1.5])
	for k, v := range f {
		if k == 0 {
			fmt.Println(math.Signbit(k), v)
		}
	}
	delete(f, nan)
	delete(f, nz)
	fmt.Println(len(f))
	clear(f)
	fmt.Println(len(f))
	g := map[any]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", P{1, 2}: "P", [2]int{1, 2}: "arr", nil: "nil", true: "bool", nan: "nan", complex(1, 0): "c", struct{}{}: "s", M{1, "b", 0, 2}: "M"}
	for _, k := range []any{1, int8(1), int16(1), "1", 1.0, float32(1), P{1, 2}, P{2, 1}, [2]int{1, 2}, nil, true, nan, complex(1, 0), struct{}{}, M{1, "b", 5, 2}, M{1, "b", 5, 3}} {
		v, ok := g[k]
		fmt.Printf("%T %v %q %v\n", k, k, v, ok)
	}
	for i := range 300 {
		g[i] = "n"
		g[fmt.Sprint(i)] = "s"
		g[P{i, i}] = "p"
		g[float64(i)/2] = "f"
	}
	n := 0
	for i := range 300 {
		for _, k := range []any{i, fmt.Sprint(i), P{i, i}, float64(i) / 2} {
			if _, ok := g[k]; ok {
				n++
			}
			if i%3 == 0 {
				delete(g, k)
			}
		}
	}
	fmt.Println(n, len(g))
	try("uncomparable", func() { g[[]int{1}] = "no" })
	try("uncomparable lookup", func() { _ = g[map[int]int{}] })
	try("uncomparable empty", func() { _ = map[any]int{}[func() {}] })
	try("nil map", func() { var m map[any]int; m[1] = 2 })
	try("nil map P", func() { var m map[P]int; fmt.Println(m[P{}]); m[P{1, 1}]++ })
	ms := map[M]int{}
	mn := map[N]int{}
	for i := range 1000 {
		ms[M{int32(i % 7), fmt.Sprint(i % 5), i, float32(i % 3)}]++
		mn[N{M{int32(i % 3), "x", i, 0}, [2]string{"a", fmt.Sprint(i % 2)}, i % 4}]++
	}
	fmt.Println(len(ms), len(mn), ms[M{1, "1", 77, 1}], mn[N{M{1, "x", 9, 0}, [2]string{"a", "1"}, 1}])
	try("inside", func() { mn[N{any: []int{}}]++ })
	one := 1
	mq := map[Q]int{{&one, 1}: 5}
	mq[Q{&one, 1}]++
	mq[Q{nil, 1}]++
	runtime.GC()
	fmt.Println(len(mq), mq[Q{&one, 1}])
	ma := map[[3]uint8]int{}
	mb := map[[100]int]string{}
	var big [100]int
	for i := range 200 {
		ma[[3]uint8{uint8(i), 1, uint8(i / 2)}] += i
		big[i%100] = i
		mb[big] = fmt.Sprint(i)
	}
	fmt.Println(len(ma), ma[[3]uint8{7, 1, 3}], len(mb), mb[big])
}
