package main

import (
	"fmt"
	"math"
)

func main() {
	for _, f := range []float64{1e10, -1e10, 3e9, -1, -1.5, 1e19, -1e19, 1e20, -1e20, math.Inf(1), math.Inf(-1), math.NaN(),
		9.3e18, 1.8e19, 4294967296.5, 2147483647.9, 2147483648, -2147483648.9, -2147483649, 300, -129, 70000, -0.9} {
		fmt.Println(f, int8(f), int16(f), int32(f), int64(f), int(f), uint8(f), uint16(f), uint32(f), uint64(f), uint(f), uintptr(f))
		g := float32(f)
		fmt.Println(g, int8(g), int16(g), int32(g), int64(g), int(g), uint8(g), uint16(g), uint32(g), uint64(g), uint(g), uintptr(g))
	}
}
