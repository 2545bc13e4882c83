package main

import (
	"fmt"
	"math"
)

const (
	huge  = 1 << 100
	big   = huge * huge
	small = big >> 198
	third = 1.0 / 3
	one   = third * 3
)

func main() {
	fmt.Println(huge>>98, small, one == 1)
	fmt.Println(float64(huge))
	const x = 123456789012345678901234567890
	fmt.Println(x % 1000000007)
	fmt.Println(x / 1e20)
	const e = math.MaxUint64
	fmt.Println(uint64(e), e>>1)
	const tiny = 1e-400 * 1e400
	fmt.Println(tiny)
	fmt.Println(math.Pi * 1e10)
	const f = 0.1 + 0.2
	fmt.Println(f, f == 0.3)
	a, b := 0.1, 0.2
	fmt.Println(a+b, a+b == 0.3)
}
