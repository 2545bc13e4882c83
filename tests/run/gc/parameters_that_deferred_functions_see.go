// A parameter in a cell, because a deferred function sees it, and a result with pointers: nothing is collected by what lay in the
// result's register before.
package main

import (
	"fmt"
	"strings"
)

type T struct{ a, b *int }

func fill(n int) (s string) {
	x, y := new(int), new(int)
	t := []T{{x, y}, {y, x}}
	for i := range n {
		s += strings.Repeat("x", i)
	}
	return s + fmt.Sprint(len(t))
}

func g(p float64, q int) (r string) {
	if q > 5 {
		defer func() { fmt.Println(p) }()
	}
	p *= 2
	return fmt.Sprint(p, q)
}

func main() {
	for i := range 10 {
		fmt.Println(len(fill(i)), g(float64(i), i))
	}
}
