package main

import "fmt"

// Not a constant.
func v(x complex64) complex64 { return x }

func main() {
	a, b := v(0.1-0.2i), v(1e3+1e-3i)
	fmt.Println(a*b, a/b, b*b, a*a*b)
	fmt.Println(v(1e10+3i) * v(1e-17+1e-7i))
	a *= b
	fmt.Println(a)
}
