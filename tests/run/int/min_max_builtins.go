package main

import (
	"fmt"
	"math"
)

func main() {
	a, b, c := 3, 1, 2
	fmt.Println(min(a, b, c), max(a, b, c), min(a), max(5, 2.0, 'a'))
	fmt.Println(min(1.5, 2), max("a", "b", ""), min("b", "ab"))
	nan := math.NaN()
	fmt.Println(min(1, nan), max(nan, 1), min(math.Inf(-1), 0))
	zero, negz := 0.0, math.Copysign(0, -1)
	fmt.Println(min(zero, negz), max(negz, zero), 1/min(zero, negz))
	const m = min(1, 2.5)
	fmt.Printf("%T %v\n", m, m)
	var u uint8 = 7
	fmt.Printf("%T %v\n", max(u, 3), max(u, 200))
	type d float32
	fmt.Printf("%T\n", min(d(1), 2))
}
