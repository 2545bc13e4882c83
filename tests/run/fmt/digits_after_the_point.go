package main

import (
	"fmt"
	"math"
)

func main() {
	nan, nz := math.NaN(), math.Copysign(0, -1)
	for _, v := range []float64{0, nz, 0.005, 0.015, 0.025, 1.005, 2.5, 3.5, 1e15 + 0.5, 123456789.987654321, 1e22, -0.0001, 9.995, 999999999999.9995, math.MaxFloat64, 5e-324, math.Inf(1), nan} {
		fmt.Printf("%.0f %.1f %.2f %8.3f %-9.4f| %+.2f %015.5f %.15f\n", v, v, v, v, v, v, v, v)
	}
	fmt.Printf("%.2f %.3f %.1f\n", float32(0.125), float32(1.0005), float32(16777216.5))
}
