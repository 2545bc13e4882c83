package main

import (
	"fmt"
	"math"
	"slices"
)

func main() {
	state := uint64(99)
	for n := 0; n < 120; n += 3 {
		s := make([]float64, n)
		for i := range s {
			state = state*6364136223846793005 + 1442695040888963407
			switch state >> 60 {
			case 0, 1, 2:
				s[i] = 0
			case 3, 4, 5:
				s[i] = math.Copysign(0, -1)
			case 6:
				if n%2 == 0 {
					s[i] = math.NaN()
				}
			default:
				s[i] = float64(int64(state)>>58) / 4
			}
		}
		slices.Sort(s)
		h := uint64(0)
		for _, f := range s {
			h = h*31 + math.Float64bits(f)
		}
		fmt.Println(n, h, slices.IsSorted(s))
	}
}
