// Recursion and slices of bools: all solutions for 12 queens.
package main

import "fmt"

func solve(n, row int, cols, left, right []bool) int {
	if row == n {
		return 1
	}
	count := 0
	for c := 0; c < n; c++ {
		l, r := row+c, row-c+n
		if cols[c] || left[l] || right[r] {
			continue
		}
		cols[c], left[l], right[r] = true, true, true
		count += solve(n, row+1, cols, left, right)
		cols[c], left[l], right[r] = false, false, false
	}
	return count
}

func main() {
	const n = 12 // quick: 10
	fmt.Println(solve(n, 0, make([]bool, n), make([]bool, 2*n), make([]bool, 2*n+1)))
}
