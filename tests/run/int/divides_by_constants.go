package main

import "fmt"

var two, eight, seven, big, one = 2, 8, 7, 16384, 1

func check(name string, x, got, want int) {
	if got != want {
		fmt.Println(name, x, got, want)
	}
}

func main() {
	values := []int{0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 16383, 16384, 16385, 1<<62 - 1, 1 << 62, 1<<63 - 1}
	for _, v := range values {
		for _, x := range []int{v, -v, -v - 1} {
			check("/2", x, x/2, x/two)
			check("%2", x, x%2, x%two)
			check("/8", x, x/8, x/eight)
			check("%8", x, x%8, x%eight)
			check("/7", x, x/7, x/seven)
			check("%7", x, x%7, x%seven)
			check("/16384", x, x/16384, x/big)
			check("%16384", x, x%16384, x%big)
			check("/1", x, x/1, x/one)
			check("%1", x, x%1, x%one)
			u := uint64(x)
			check("u/8", x, int(u/8), int(u/uint64(eight)))
			check("u%8", x, int(u%8), int(u%uint64(eight)))
			check("u/7", x, int(u/7), int(u/uint64(seven)))
			check("u%7", x, int(u%7), int(u%uint64(seven)))
			check("u/1", x, int(u/1), int(u/uint64(one)))
			check("u%1", x, int(u%1), int(u%uint64(one)))
			y := x
			y /= 8
			check("/=8", x, y, x/eight)
			y = x
			y %= 8
			check("%=8", x, y, x%eight)
			w := uint32(x)
			check("w/7", x, int(w/7), int(w/uint32(seven)))
			check("w%1000", x, int(w%1000), int(w%uint32(seven*142+6)))
			i := int8(x)
			check("i/2", x, int(i/2), int(i/int8(two)))
			check("i%8", x, int(i%8), int(i%int8(eight)))
			b := uint8(x)
			check("b/2", x, int(b/2), int(b/uint8(two)))
			check("b%16", x, int(b%16), int(b%uint8(two*eight)))
		}
	}
	fmt.Println(-7/2, -7%2, -8/8, -9%8, 7%8, two, int8(-128)/int8(two))
	for i := range 10 {
		if i%2 == 0 && i%4 != 0 {
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
}
