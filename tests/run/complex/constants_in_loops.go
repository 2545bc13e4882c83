package main

import "fmt"

func v(x complex128) complex128 { return x }

// The complex 1 in the product is not the integer 1 that the loop stores.
func main() {
	ints := make([]int, 2)
	for i := range ints {
		ints[i] = 1
		fmt.Println(1*v(3+4i), v(2i)-1<<3, ints)
		if x := v(1e300 + 0.1i); x != 1 {
			fmt.Println(1*+x, x/2)
		}
		ints[i] = 2
	}
	for range 2 {
		floats := []float64{0, 0}
		floats[0] = 0.5
		fmt.Println(0.5*v(3+4i), floats, complex64(v(1i))*0.5)
	}
}
