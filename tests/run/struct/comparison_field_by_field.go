package main

import "fmt"

type p struct {
	a int8
	b string
	_ int
	c float64
	i any
	q *int
}

func main() {
	n := 1
	x := p{a: 1, b: "b", c: 1.5, i: "s", q: &n}
	y := x
	fmt.Println(x == y)
	y.i = any("s")
	y.b = "bb"[:1]
	fmt.Println(x == y)
	y.c++
	fmt.Println(x == y, x != y)
	y = x
	y.q = new(int)
	fmt.Println(x == y)
	fmt.Println(struct{}{} == struct{}{}, struct{ a, b int }{1, 2} == struct{ a, b int }{1, 2})
	type pt struct{ x, y int }
	anon := struct{ x, y int }{1, 2}
	fmt.Println(pt{1, 2} == anon)
	arr := [2]pt{{1, 2}, {3, 4}}
	fmt.Println(arr == [2]pt{{1, 2}, {3, 4}}, any(arr) == any([2]pt{{1, 2}, {3, 5}}))
	var e1, e2 any = pt{1, 2}, pt{1, 2}
	fmt.Println(e1 == e2, e1 == any(anon))
}
