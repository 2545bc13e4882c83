package main

import "fmt"

func main() {
	a, b := -1, 1
	fmt.Println(a < b, a <= b, a > b, a >= b, a == b, a != b)
	c, d := uint(1<<63), uint(1)
	fmt.Println(c < d, c <= d, c > d, c >= d, c == d, c != d)
	var e, f uint8 = 200, 100
	fmt.Println(e < f, int8(e) < int8(f), e > f)
	var g int64 = -5
	fmt.Println(uint64(g) > 5, g > 5, uint32(g) == 4294967291)
	min, max := int64(-1<<63), int64(1<<63-1)
	fmt.Println(min < max, min < 0, max > 0, min-1 > 0, max+1 < 0)
}
