package main

import "fmt"

type s struct{ a [2]int8 }

func main() {
	var v s
	p := &v
	p.a[1]--
	v.a[0]++
	v.a[1] -= 127
	fmt.Println(v)
	v.a[1]--
	fmt.Println(v)
	m := map[s]float64{}
	m[v]++
	m[v]++
	fmt.Println(m[v])
	q := new(uint)
	*q--
	fmt.Println(*q)
	c := complex(1, 2)
	c++
	fmt.Println(c)
}
