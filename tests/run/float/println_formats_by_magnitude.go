package main

import "fmt"

func main() {
	for _, f := range []float64{0, 1, 100000, 1e20, 1e21, 123456789, 1.5e-4, 1.5e-5, 0.1, 1e100, 12345678.9, 1.0 / 3} {
		fmt.Println(f, -f, float32(f))
	}
	println(1.5, float32(0.1), 1e100, 0.0)
}
