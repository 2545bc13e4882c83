// The capacities of slices that small functions append to, in functions that append nothing themselves.
package main

import "fmt"

func app(l []int, x int) []int { return append(l, x) }

func a() {
	var l []int
	l = app(l, 1)
	fmt.Println(cap(l), len(l))
}

type st struct{ l []int }

func (s *st) push(x int) { s.l = append(s.l, x) }

func d() {
	var s st
	s.push(1)
	fmt.Println(cap(s.l))
	s.push(1)
	s.push(1)
	fmt.Println(cap(s.l))
	p := &st{}
	p.push(1)
	fmt.Println(cap(p.l))
}

func e() {
	var l []int
	for i := range 6 {
		l = app(l, i)
		fmt.Print(cap(l), " ")
	}
	fmt.Println()
}

func main() {
	a()
	d()
	e()
}
