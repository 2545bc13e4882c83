package main

import "fmt"

func main() {
	for _, p := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {1, 3}, {-1, 3}, {0, 5}, {-9223372036854775808, -1}, {-9223372036854775808, 3}} {
		a, b := p[0], p[1]
		fmt.Println(a/b, a%b, a == a/b*b+a%b)
	}
	var u uint64 = 1<<63 + 5
	fmt.Println(u/3, u%3, u/10, u%1000)
	var a int8 = -128
	var b int8 = -1
	fmt.Println(a/b, a%b)
	x := -20
	fmt.Println(x/8, x>>3, x%8, x&7)
	fmt.Println(-5/4, -5>>2, 5/-4, -4/4)
}
