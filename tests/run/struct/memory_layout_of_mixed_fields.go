package main

import "fmt"

type mixed struct {
	b   bool
	i64 int64
	u8  uint8
	f32 float32
	s   string
	i16 int16
	c   complex64
	arr [3]uint8
	e   any
	sl  []int16
	p   *mixed
}

func main() {
	var m mixed
	m.b, m.i64, m.u8, m.f32, m.s, m.i16, m.c = true, -1<<40, 255, 1.5, "str", -300, 2+3i
	m.arr = [3]uint8{1, 2, 3}
	m.e = m.arr
	m.sl = []int16{-1, 2}
	m.p = &m
	all := []mixed{m, m}
	all[0].arr[1]++
	all[0].u8++
	all[1].i16 -= 32700
	all[1].sl[0]--
	for i := range all {
		v := &all[i]
		fmt.Println(v.b, v.i64, v.u8, v.f32, v.s, v.i16, v.c, v.arr, v.e, v.sl, v.p == &m)
	}
	pp := &all[1].arr[2]
	*pp += 250
	fmt.Println(all[1].arr, *pp)
	q := &all[0].c
	*q *= 2
	fmt.Println(all[0].c, imag(*q))
}
