package main

import (
	"fmt"
	"math"
)

// Products and quotients of complex numbers, among them those with infinities, zeros and what is no number.
func main() {
	inf, nan := math.Inf(1), math.NaN()
	parts := []float64{0, math.Copysign(0, -1), 1, -2.5, inf, -inf, nan}
	var all []complex128
	for _, re := range parts {
		for _, im := range parts {
			all = append(all, complex(re, im))
		}
	}
	for _, x := range all {
		for _, y := range all {
			fmt.Println(x, y, x*y, x/y)
			x, y := complex64(x), complex64(y)
			fmt.Println(x*y, x/y)
		}
	}
}
