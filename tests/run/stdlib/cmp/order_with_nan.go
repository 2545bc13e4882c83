package main

import (
	"cmp"
	"fmt"
	"math"
)

type level string

func main() {
	values := []float64{math.NaN(), math.Inf(-1), -1, math.Copysign(0, -1), 0, 1, math.Inf(1), math.NaN()}
	for _, a := range values {
		for _, b := range values {
			fmt.Print(cmp.Compare(a, b), cmp.Less(a, b), " ")
		}
		fmt.Println()
	}
	fmt.Println(cmp.Compare("a", "b"), cmp.Compare(level("b"), "a"), cmp.Compare(uint8(3), 3), cmp.Less(-1, 1))
	fmt.Println(cmp.Or(0, 3, 5), cmp.Or("", "x"), cmp.Or[int](), cmp.Or(0, 0), cmp.Or[error](nil, nil))
}
