package main

import "fmt"

func fill(p *[4]int, v int) {
	for i := range p {
		p[i] = v * i
	}
}

func main() {
	var a [4]int
	p := &a
	fill(p, 3)
	fmt.Println(a, len(p), cap(p), p[2], (*p)[3])
	s := p[1:3]
	s[0] = 99
	fmt.Println(a, len(s), cap(s))
	for i, v := range p {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	b := *p
	b[0] = -1
	fmt.Println(a, b)
	q := &a[2]
	*q += 1000
	fmt.Println(a)
	sl := a[:]
	arr := (*[2]int)(sl)
	arr[1] = 5
	val := [2]int(sl)
	val[0] = 77
	fmt.Println(a, *arr, val)
	n := &[3]string{"a", "b"}
	fmt.Println(n[1], *n)
}
