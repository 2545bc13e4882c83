package main

import (
	"fmt"
	"math"
)

func main() {
	nan := math.NaN()
	m := map[float64]int{}
	m[nan] = 1
	m[nan] = 2
	fmt.Println(len(m), m[nan])
	_, ok := m[nan]
	fmt.Println(ok)
	delete(m, nan)
	sum := 0
	for k, v := range m {
		if k == k {
			fmt.Println("never")
		}
		sum += v
	}
	fmt.Println(len(m), sum)
	clear(m)
	fmt.Println(len(m))
	m[0] = 1
	m[math.Copysign(0, -1)] = 2
	fmt.Println(len(m), m[0])
	im := map[any]int{nan: 1}
	fmt.Println(im[nan], len(im))
}
