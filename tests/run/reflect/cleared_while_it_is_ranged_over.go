package main

import (
	"fmt"
	"math"
	"reflect"
)

func rounds(keys ...float64) int {
	m := map[float64]int{}
	for _, k := range keys {
		m[k] = 1
	}
	v := reflect.ValueOf(m)
	n := 0
	for it := v.MapRange(); it.Next(); n++ {
		if n == 1 {
			v.Clear()
		}
	}
	return n
}

func main() {
	nan := math.NaN()
	fmt.Println(rounds(nan, nan, nan, nan), rounds(1, 2, 3), rounds(nan, 1, nan, 2, nan))
}
