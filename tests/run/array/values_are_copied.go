package main

import "fmt"

type grid [2][3]int

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func (g grid) set() { g[0][0] = 9 }

func (g *grid) setp() { g[0][0] = 9 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	c := change(a)
	fmt.Println(a, b, c)
	var g grid
	g.set()
	fmt.Println(g)
	g.setp()
	fmt.Println(g)
	row := g[0]
	row[2] = 7
	fmt.Println(g, row)
	m := map[string][3]int{"a": a}
	v := m["a"]
	v[0] = -1
	fmt.Println(m, v)
	var i any = a
	a[0] = 50
	fmt.Println(i, a, i == [3]int{1, 2, 3})
	ch := make(chan [3]int, 1)
	ch <- a
	a[0] = 60
	fmt.Println(<-ch)
	arrs := [][3]int{a, a}
	arrs[0][1] = 0
	fmt.Println(arrs, a)
	f := func() int { return a[0] }
	a[0] = 70
	fmt.Println(f())
}
