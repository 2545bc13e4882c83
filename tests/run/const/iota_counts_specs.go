package main

import "fmt"

const (
	a = iota
	b
	_
	d
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)

const (
	x, y = iota, iota * 10
	x2, y2
	s = "str"
	t
	u = iota
)

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
)

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

const (
	c0 = len([iota + 1]int{})
	c1
)

func main() {
	fmt.Println(a, b, d)
	fmt.Println(kb, mb, gb)
	fmt.Println(x, y, x2, y2, s, t, u)
	fmt.Printf("%T %v %v\n", tuesday, tuesday, monday)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(c0, c1)
	const local = iota
	fmt.Println(local)
}
