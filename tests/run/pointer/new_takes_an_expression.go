package main

import "fmt"

func main() {
	p := new(42)
	q := new("text")
	*p++
	fmt.Printf("%d %T %s %T\n", *p, p, *q, q)
	r := new(1.5 + 2)
	fmt.Println(*r)
	type pt struct{ x, y int }
	s := new(pt{1, 2})
	s.x = 10
	fmt.Println(*s)
	n := 3
	t := new(n)
	n = 4
	fmt.Println(*t, n)
	u := new(int64(7))
	fmt.Printf("%T\n", u)
}
