package main

import (
	"fmt"
	"math"
)

type small int8

func ifs[T int | int8 | int32 | small](x, y T) string {
	s := ""
	if x%y == 0 {
		s += "a"
	}
	if x%y != 0 {
		s += "b"
	}
	if x%3 == 0 {
		s += "c"
	}
	if x%7 != 0 {
		s += "d"
	}
	if x%4 == 0 {
		s += "e"
	}
	if x%2 != 0 {
		s += "f"
	}
	if x&5 == 0 {
		s += "g"
	}
	if -2&x != 0 {
		s += "h"
	}
	if !(x%5 == 0) && !(x&1 != 0) {
		s += "i"
	}
	if x%1 == 0 || x%-3 == 0 {
		s += "j"
	}
	return s
}

func unsigned[T uint | uint8 | uint64 | uintptr](x, y T) string {
	s := ""
	if x%y == 0 {
		s += "a"
	}
	if x%3 != 0 {
		s += "b"
	}
	if x%8 == 0 {
		s += "c"
	}
	if x&0x81 == 0 {
		s += "d"
	}
	return s
}

// Loops whose conditions these are.
func loops(n int) (out [6]int) {
	x := n
	for x%2 == 0 && x != 0 {
		x /= 2
		out[0]++
	}
	for x := n; x&7 != 0; x++ {
		out[1]++
	}
	for x := n; x%10 != 0; x++ {
		out[2]++
	}
	for d := 2; n%d != 0; d++ {
		out[3]++
	}
	for x := n; x%3 == 0; x += 3 {
		if out[4]++; out[4] > 9 {
			break
		}
	}
	d := 1
	for n%d == 0 {
		d++
	}
	out[5] = d
	for x := n; x&16 == 0; x++ {
		out[5]++
	}
	return out
}

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

var zero int

func main() {
	for _, x := range []int{0, 1, -1, 2, 6, -6, 12, 35, -35, math.MaxInt, math.MinInt, 1 << 15, -1 << 15} {
		for _, y := range []int{1, -1, 2, -3, 5, math.MinInt} {
			fmt.Print(ifs(x, y), " ")
		}
		fmt.Println(ifs(int8(x), 3), ifs(int32(x), -1), ifs(small(x), -128))
	}
	for _, x := range []uint64{0, 1, 3, 8, 0x81, 1 << 63, math.MaxUint64, 1<<63 + 24} {
		fmt.Println(unsigned(x, 3), unsigned(uint(x), 1<<63), unsigned(uint8(x), 5), unsigned(uintptr(x), 7))
	}
	for _, n := range []int{2, 3, 12, 27, 60, 97, 1024} {
		fmt.Println(loops(n))
	}
	n := 0
	for i := range 1000 {
		switch {
		case i%15 == 0:
			n += 3
		case i%5 == 0, i&64 != 0:
			n += 2
		case i%3 == 0:
			n++
		}
	}
	fmt.Println(n)
	try(func() {
		if 5%zero == 0 {
			fmt.Println("never")
		}
	})
	try(func() {
		for 5%zero != 0 {
			fmt.Println("never")
		}
	})
	var p *struct{ n int }
	try(func() {
		if p.n%3 == 0 {
			fmt.Println("never")
		}
	})
	calls := ""
	first := func(n int) int { calls += "1"; return n }
	second := func(n int) int { calls += "2"; return n }
	if first(9)%second(3) == 0 && first(6)&second(1) == 0 {
		calls += "!"
	}
	fmt.Println(calls)
	if 9%zero == 0 {
		fmt.Println("never")
	}
}
