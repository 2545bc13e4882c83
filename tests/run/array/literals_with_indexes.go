package main

import "fmt"

const k = 4

func main() {
	a := [...]int{5: 1, 2, 1: 7, 8}
	fmt.Println(len(a), a)
	b := [5]string{1: "one", 3: "three"}
	fmt.Printf("%q\n", b)
	c := [...][2]int{{1, 2}, {3}, k: {5}}
	fmt.Println(c, len(c))
	d := [...]rune{'a': 1, 'c': 3}
	fmt.Println(len(d), d['a'], d['c'])
	e := [2]struct{ x, y int }{{1, 2}, {y: 3}}
	fmt.Println(e)
	f := [...]*int{new(int), nil}
	fmt.Println(*f[0], f[1] == nil)
	g := []int{2: 1, 0: 5}
	fmt.Println(g, len(g), cap(g))
	h := [0]int{}
	fmt.Println(h, len(h))
}
