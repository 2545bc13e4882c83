package main

import "fmt"

type s struct {
	b  bool
	i  int
	f  float64
	c  complex64
	s  string
	p  *int
	sl []int
	m  map[string]int
	ch chan int
	fn func()
	e  any
	a  [2]string
	st struct{ x, y int }
}

func main() {
	var v s
	fmt.Printf("%v %v %v %v %q %v %v %v %v %v %v %q %v\n", v.b, v.i, v.f, v.c, v.s, v.p, v.sl, v.m, v.ch, v.fn == nil, v.e, v.a, v.st)
	var arr [3]s
	fmt.Println(arr[2].s == "", len(arr[1].sl), arr[0].e == nil)
	p := new(s)
	fmt.Println(p.i, *p.st2())
	var m map[string]s
	fmt.Println(m["none"].i, m["none"].a)
	x, ok := any(nil).(s)
	fmt.Println(x.f, ok)
}

func (v *s) st2() *struct{ x, y int } { return &v.st }
