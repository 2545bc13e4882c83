package main

import "fmt"

type inner struct {
	arr [2]int
	s   []int
}

type outer struct {
	in inner
	p  *inner
	f  func() int
	m  map[string]int
}

func change(o outer) {
	o.in.arr[0] = 100
	o.in.s[0] = 100
	o.p.arr[0] = 100
	o.m["k"] = 100
}

func main() {
	o := outer{inner{[2]int{1, 2}, []int{1, 2}}, &inner{}, func() int { return 1 }, map[string]int{}}
	c := o
	c.in.arr[1] = 5
	c.f = func() int { return 2 }
	change(o)
	fmt.Println(o.in, c.in, o.p.arr, o.m, o.f(), c.f())
	arr := [2]outer{o}
	arr[1] = arr[0]
	arr[1].in.arr[0] = -1
	fmt.Println(arr[0].in.arr, arr[1].in.arr)
	v := o.in
	v.arr[0]++
	fmt.Println(v.arr, o.in.arr)
	fn := func() inner { return o.in }
	x := fn()
	x.arr[0] = 0
	fmt.Println(o.in.arr[0], fn().arr[1])
	for _, e := range arr {
		e.in.arr[0] = 55
	}
	fmt.Println(arr[0].in.arr)
	y, z := arr[0].in, arr[1].in
	y, z = z, y
	fmt.Println(y.arr, z.arr)
}
