// New variables of calls with several results and of comma-ok forms: kept apart from what is computed later, captured, assigned,
// shadowed, partly blank, and in loops.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

type pair struct{ a, b int }
type big struct{ v [40]int }

func two(n int) (int, string)           { return n, strconv.Itoa(n * n) }
func three(n int) (pair, error, []int)  { return pair{n, n + 1}, errors.New("e" + fmt.Sprint(n)), []int{n} }
func large(n int) (big, int)            { var b big; b.v[7] = n; return b, n }
func none() (struct{}, int)             { return struct{}{}, 4 }
func nested(a, b int) (x, y int)        { x, y = b, a; return }
func named() (n int, err error)         { n, err = strconv.Atoi("x7"); return }
func generic[T any](v T) (T, bool)      { return v, true }
func iface(n int) (any, fmt.Stringer)   { return n, nil }

func main() {
	a, s := two(3)
	b, t := two(a + 1)
	fmt.Println(a, s, b, t)
	p, err, list := three(5)
	p.a += a
	list = append(list, p.b)
	fmt.Println(p, err, list)
	_, e2, _ := three(6)
	q, _, _ := three(7)
	fmt.Println(e2, q)
	l, n := large(9)
	l.v[7]++
	fmt.Println(l.v[7], n)
	_, four := none()
	x, y := nested(nested(1, 2))
	fmt.Println(four, x, y)
	fmt.Println(named())

	m := map[string]int{"k": 1}
	if v, ok := m["k"]; ok {
		w, ok := m["none"]
		fmt.Println(v, w, ok)
	}
	v, ok := m["k"]
	v++
	fmt.Println(v, ok, m)
	mp := map[int]pair{2: {1, 2}}
	pv, ok := mp[2]
	pv.a = 10
	fmt.Println(pv, ok, mp)
	var i any = "text"
	str, ok := i.(string)
	num, isNum := i.(int)
	fmt.Println(str, ok, num, isNum)
	ch := make(chan pair, 1)
	ch <- pair{3, 4}
	got, ok := <-ch
	close(ch)
	zero, open := <-ch
	fmt.Println(got, ok, zero, open)
	g, yes := generic("g")
	any1, str1 := iface(3)
	fmt.Println(g, yes, any1, str1)

	var fs []func() (int, string)
	for k := range 3 {
		c, d := two(k)
		fs = append(fs, func() (int, string) { c++; return c, d })
	}
	for _, f := range fs {
		f()
		c, d := f()
		fmt.Print(c, d, " ")
	}
	fmt.Println()
	for k := 0; k < 3; k++ {
		c, d := two(k)
		ptr := &c
		*ptr += 5
		if k == 1 {
			continue
		}
		fmt.Print(c, d, " ")
	}
	fmt.Println()
	switch c, d := two(8); {
	case c > 5:
		e, f := two(c)
		fmt.Println(c, d, e, f)
	}
	func() {
		defer func() { fmt.Println(recover(), a, s) }()
		h, k := two(11)
		var arr []int
		fmt.Println(h, k, arr[h])
	}()
	a, z := two(20)
	fmt.Println(a, z)
	sum := 0
	for range 1000 {
		c, d := two(2)
		e, _ := two(len(d))
		sum += c + e
	}
	fmt.Println(sum)
}
