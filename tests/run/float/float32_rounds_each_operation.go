package main

import "fmt"

func main() {
	var a, b float32 = 0.1, 0.2
	fmt.Println(a+b, a*b, a/b, a-b)
	var s float32
	for range 10 {
		s += 0.1
	}
	fmt.Println(s, s == 1)
	var d float64
	for range 10 {
		d += 0.1
	}
	fmt.Println(d, d == 1)
	x := float32(1) / 3
	fmt.Println(x, float64(x), x*3, float32(float64(x)*3))
	fmt.Println(float32(1e10)+1 == 1e10, float32(16777217.0))
	var big float32 = 3e38
	fmt.Println(big*10, -big*10, big*10/big)
}
