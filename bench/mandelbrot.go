// Float arithmetic in registers: points of the Mandelbrot set on a 400 by 400 grid.
package main

import "fmt"

func main() {
	const n, limit = 400, 50 // quick: 200
	inside := 0
	for y := 0; y < n; y++ {
		ci := 2*float64(y)/n - 1
		for x := 0; x < n; x++ {
			cr := 2*float64(x)/n - 1.5
			zr, zi, i := 0.0, 0.0, 0
			for i < limit && zr*zr+zi*zi <= 4 {
				zr, zi = zr*zr-zi*zi+cr, 2*zr*zi+ci
				i++
			}
			if i == limit {
				inside++
			}
		}
	}
	fmt.Println(inside)
}
