package main

import (
	"errors"
	"fmt"
	"os"
)

type T struct {
	a int
	b [2]string
	c struct{ d *T }
	e []T
	f map[string]T
	g func() T
	h interface{ M() }
	i chan<- T
	j complex64
}

type I interface{ M() }

func (t *T) M() {}

var x interface{}
var v *T
var deep [2][3]struct {
	a, b int8
	s    []string
}

var p, q, r = 1, "two", 3.0
var (
	aa, bb int
	cc     = struct{ x, y int }{y: 2}
	_      = fmt.Sprint("evaluated")
	_, dd  = pair()
)

func pair() (int, error) { fmt.Println("pair"); return 1, errors.New("e") }

func main() {
	var t T
	fmt.Printf("%+v\n", t)
	fmt.Println(t.e == nil, t.f == nil, t.g == nil, t.h == nil, t.i == nil, t.c.d == nil, len(t.e), len(t.f), t.f["x"].a)
	fmt.Println(deep, p, q, r, aa, bb, cc, dd)
	// The dynamic type changes with what is assigned.
	fmt.Printf("%T ", x)
	for _, y := range []any{42, v, nil, "s", []int(nil), map[int]bool{}, func() {}, new(T), error(nil), I((*T)(nil)), struct{}{}, [0]int{}, 'x', 1.5, 1i, make(<-chan int), os.ErrNotExist} {
		x = y
		fmt.Printf("%T:%t ", x, x == nil)
	}
	fmt.Println()
	var i I
	fmt.Println(i == nil, any(i) == nil, I(v) == nil, any(v) == nil, I(v) == any(v))
	// Elements and fields are variables of their own.
	arr := [3]T{}
	pa, pf := &arr[1], &arr[2].b[1]
	pa.a, *pf = 7, "w"
	arr[1].c.d = &arr[0]
	arr[1].c.d.a = 9
	fmt.Println(arr[0].a, arr[1].a, arr[2].b)
	s := arr[:]
	s[0].j = 2 + 1i
	arr2 := arr
	arr2[0].j = 0
	fmt.Println(arr[0].j, s[0].j, arr2[0].j)
	n := new(int)
	*n += 3
	m := new([3]int)
	m[2] = 5
	e := new(1 + 2.5)
	g := new(T{a: 4})
	h := new("str")
	fmt.Println(*n, *m, len(m), *e, g.a, *h)
	for i := range m {
		m[i]++
	}
	fmt.Println(m[:2], *m)
}
