package main

import "fmt"

func main() {
	for _, f := range []float64{1.9, -1.9, 0.5, -0.5, 1e15, 123456789.999, -0.0} {
		fmt.Println(int(f), int8(int(f)), int64(f), int32(int64(f)))
	}
	f := 3.99
	fmt.Println(uint8(f), uint(f), rune(f))
	n := 1<<53 + 1
	fmt.Println(float64(n) == float64(n-1), float32(n), int64(float64(n)))
	var u uint64 = 1<<64 - 1
	fmt.Println(float64(u), float32(u), float64(u/2))
	fmt.Println(float64(-7), float32(1<<24+1), float64(int8(-128)))
	var big uint64 = 1 << 63
	fmt.Println(uint64(float64(big)))
}
