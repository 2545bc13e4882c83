// Slices that do not escape, and are cut by an index that says what their capacity is to be.
package main

import "fmt"

func plain() {
	var x []int
	x = append(x, 1)
	x = append(x, 1)
	x = x[0:2:3]
	fmt.Println(len(x), cap(x))
}

func mentioned() {
	var x []int
	x = append(x, 1)
	x = append(x, 1)
	_ = x
	x = x[0 : 2 : cap(x)-1]
	fmt.Println(len(x))
}

func two() {
	var x []int
	x = append(x, 1)
	x = append(x, 1)
	_ = x
	x = x[0:2]
	fmt.Println(len(x), cap(x))
}

func looped() {
	var x []float64
	for e := range 2 {
		x = append(x, float64(e))
	}
	_ = x
	x = x[0:2:3]
	fmt.Println(len(x), cap(x))
}

func main() {
	plain()
	mentioned()
	two()
	looped()
}
