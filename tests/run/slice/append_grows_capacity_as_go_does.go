package main

import "fmt"

// sink makes its slice escape: Go gives one that does not a first array on the stack.
var sink any

func caps[T any](n int) {
	var s []T
	sink = &s
	last := -1
	var zero T
	for range n {
		s = append(s, zero)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
}

func main() {
	caps[byte](5000)
	caps[int16](3000)
	caps[int32](3000)
	caps[int](5000)
	caps[string](2000)
	caps[[]int](1500)
	caps[any](1500)
	caps[*int](1500)
	caps[struct{ a, b, c int }](1000)
	caps[struct{ a byte }](1000)
	caps[[5]int32](700)
	caps[[3]byte](700)
	caps[struct {
		p *int
		n [9]int
	}](500)
	caps[struct{}](3)
}
