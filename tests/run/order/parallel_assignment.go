package main

import "fmt"

func fails() (x int, err any) {
	defer func() { err = recover() }()
	a := make([]int, 3)
	i := 10
	a[i], x = 1, 2
	return
}

func divides(d int) (x, y int, err any) {
	defer func() { err = recover() }()
	x, y = 1, 10/d
	return
}

func results(a, b int) (x, y int) {
	x, y = a, b
	if a > b {
		return y, x
	}
	return x, y
}

type pair struct{ a, b int }

func main() {
	i, j := 0, 10
	for i < j {
		i, j = i+1, j-1
	}
	fmt.Println(i, j)
	i, j = j, i+7
	fmt.Println(i, j)
	i, j = i+j, i-j
	fmt.Println(i, j)
	x, y, z := 1, 2, 3
	x, y, z = y, z, x
	fmt.Println(x, y, z)
	x, y, z = x+y, x+y, x+y
	fmt.Println(x, y, z)
	s := []int{1, 2, 3, 4}
	x = 0
	x, s[x] = 2, 9
	s[0], s[1] = s[1], s[0]
	fmt.Println(x, s)
	x, s = 1, s[:x]
	fmt.Println(x, s, len(s))
	p := pair{1, 2}
	p, q := pair{p.b, p.a}, p
	fmt.Println(p, q)
	p, q = pair{q.a, p.a}, pair{p.b, q.b}
	fmt.Println(p, q)
	var e1, e2 any = 1, "two"
	e1, e2 = e2, e1
	fmt.Println(e1, e2)
	n := 0
	next := func() int { n++; return n }
	n, x = next()+10, next()
	fmt.Println(n, x)
	fmt.Println(fails())
	fmt.Println(divides(0))
	fmt.Println(divides(5))
	fmt.Println(results(1, 2))
	fmt.Println(results(2, 1))
	a, b := "a", "b"
	for range 3 {
		a, b = b, a+b
	}
	fmt.Println(a, b)
	m := map[string]int{"k": 1}
	x, m["k"] = m["k"], 5
	v, ok := m["k"]
	fmt.Println(x, v, ok)
}
