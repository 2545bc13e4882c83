package main

import "fmt"

var calls int

func idx() int {
	calls++
	return 1
}

func main() {
	a := [3]int{1, 2, 3}
	a[idx()] += 5
	a[idx()] <<= 2
	a[idx()]++
	fmt.Println(a, calls)
	n := 0xff
	n &= 0x3c
	n |= 1
	n ^= 0xf
	n &^= 0x10
	n %= 17
	fmt.Println(n)
	n <<= 10
	n >>= 3
	n /= 7
	n *= -3
	n -= 1
	fmt.Println(n)
	s := "a"
	s += "b"
	s += s
	fmt.Println(s)
	f := 1.5
	f *= 3
	f /= 2
	f -= .25
	f++
	fmt.Println(f)
	m := map[string]int{}
	m["x"]++
	m["x"] += 5
	m["y"]--
	fmt.Println(m)
}
