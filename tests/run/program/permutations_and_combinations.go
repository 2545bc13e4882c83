package main

import (
	"fmt"
	"iter"
	"slices"
)

func perms[T any](s []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		s := slices.Clone(s)
		var rec func(k int) bool
		rec = func(k int) bool {
			if k == len(s) {
				return yield(s)
			}
			for i := k; i < len(s); i++ {
				s[k], s[i] = s[i], s[k]
				if !rec(k + 1) {
					return false
				}
				s[k], s[i] = s[i], s[k]
			}
			return true
		}
		rec(0)
	}
}

func combos(n, k int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		c := make([]int, k)
		var rec func(i, from int) bool
		rec = func(i, from int) bool {
			if i == k {
				return yield(slices.Clone(c))
			}
			for v := from; v < n; v++ {
				c[i] = v
				if !rec(i+1, v+1) {
					return false
				}
			}
			return true
		}
		rec(0, 0)
	}
}

func main() {
	n := 0
	for p := range perms([]string{"a", "b", "c"}) {
		fmt.Print(p, " ")
		n++
	}
	fmt.Println(n)
	for c := range combos(4, 2) {
		fmt.Print(c)
		if c[0] == 1 {
			break
		}
	}
	fmt.Println(len(slices.Collect(combos(6, 3))))
}
