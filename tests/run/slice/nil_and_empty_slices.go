package main

import "fmt"

func main() {
	var a []int
	b := []int{}
	c := make([]int, 0)
	fmt.Println(a == nil, b == nil, c == nil, len(a), cap(a), a, b)
	fmt.Println(a[:] == nil, b[:0] == nil, a[0:0] == nil)
	for range a {
		fmt.Println("never")
	}
	a = append(a, 1)
	fmt.Println(a, copy(a, []int(nil)), len(a[1:]))
	fmt.Printf("%v %#v %#v %d\n", b, b, []string(nil), a)
	var s []string = nil
	s = append(s, s...)
	fmt.Println(s == nil)
	d := a[1:]
	fmt.Println(d == nil, len(d))
	clear(d)
	clear([]int(nil))
	var m [][]int
	m = append(m, nil, []int{})
	fmt.Println(m, m[0] == nil, m[1] == nil)
}
