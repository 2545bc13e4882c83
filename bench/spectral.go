// Float loops with calls: the spectral norm for n = 300.
package main

import (
	"fmt"
	"math"
)

func a(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func times(v, out []float64, transposed bool) {
	for i := range out {
		sum := 0.0
		for j := range v {
			if transposed {
				sum += a(j, i) * v[j]
			} else {
				sum += a(i, j) * v[j]
			}
		}
		out[i] = sum
	}
}

func main() {
	const n = 300 // quick: 150
	u, v, t := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	for round := 0; round < 10; round++ {
		times(u, t, false)
		times(t, v, true)
		times(v, t, false)
		times(t, u, true)
	}
	var vbv, vv float64
	for i := range u {
		vbv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	fmt.Printf("%.9f\n", math.Sqrt(vbv/vv))
}
