package main

import (
	"fmt"
	"math"
)

func small(x int8) string {
	switch x {
	case -128:
		return "least"
	case -127, -126, -125:
		return "few"
	case -124:
		return "a"
	case -123:
		return "b"
	case -122:
		return "c"
	case -121:
		return "d"
	}
	return "other"
}

func unsigned(x uint64) int {
	switch x {
	case math.MaxUint64:
		return 1
	case math.MaxUint64 - 1, math.MaxUint64 - 2, math.MaxUint64 - 3:
		return 2
	case math.MaxUint64 - 4, math.MaxUint64 - 5, math.MaxUint64 - 6, math.MaxUint64 - 7:
		return 3
	default:
		return 4
	}
}

func runes(s string) (n [5]int) {
	for _, r := range s {
		switch r {
		case 'a', 'e', 'i', 'o', 'u':
			n[0]++
		case 'b', 'c', 'd':
			n[1]++
			continue
		case 'f':
			n[2]++
			fallthrough
		case 'g', 'h':
			n[3]++
		default:
			n[4]++
		}
	}
	return
}

func far(x int) int {
	switch x {
	case 40000:
		return 0
	case 40001, 40002, 40003, 40004, 40005, 40006, 40007:
		return x - 40000
	}
	return -1
}

func edges(x int64) string {
	switch x {
	case math.MinInt64, math.MinInt64 + 1, math.MinInt64 + 2, math.MinInt64 + 3:
		return "low"
	case math.MinInt64 + 4, math.MinInt64 + 5, math.MinInt64 + 6, math.MinInt64 + 7:
		return "less low"
	}
	return "no"
}

func loop() (out []int) {
outer:
	for i := 0; ; i++ {
		switch i {
		case 0, 1:
			continue outer
		case 2:
			i++
		case 3, 4, 5:
			out = append(out, i)
			break
		case 6, 7:
			out = append(out, -i)
		case 8:
			break outer
		}
	}
	return
}

func main() {
	for x := -128; x <= 127; x += 1 {
		if s := small(int8(x)); s != "other" {
			fmt.Println(x, s)
		}
	}
	for _, x := range []uint64{0, 1, 7, 8, math.MaxInt64, 1 << 63, math.MaxUint64 - 8, math.MaxUint64 - 7, math.MaxUint64 - 3, math.MaxUint64} {
		fmt.Print(unsigned(x), " ")
	}
	fmt.Println(runes("abcdefghij uvw"))
	for x := 39999; x < 40010; x++ {
		fmt.Print(far(x), " ")
	}
	fmt.Println(edges(math.MinInt64), edges(math.MinInt64+7), edges(math.MinInt64+8), edges(math.MaxInt64), edges(0), edges(-8))
	fmt.Println(loop())
}
