package main

import (
	"fmt"
	"slices"
)

func main() {
	fresh := func() []int {
		s := make([]int, 6, 8)
		for i := range s {
			s[i] = i
		}
		return s
	}
	fmt.Println(slices.Replace(fresh()[:3], 0, 1, 7, 8, 9, 10, 11))
	for i := range 3 {
		for j := i; j < 3; j++ {
			for x := range 4 {
				s := fresh()
				fmt.Println(i, j, x, slices.Replace(s[:3], i, j, s[x:x+2]...), s)
			}
		}
	}
}
