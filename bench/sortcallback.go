// Sorting with a callback: 200,000 numbers by a comparison written in the script.
package main

import (
	"fmt"
	"sort"
)

func main() {
	const n = 200_000 // quick: 50_000
	s := make([]int, n)
	x := 42
	for i := range s {
		x = x * 16807 % 2147483647
		s[i] = x
	}
	sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
	fmt.Println(s[0], s[n/2], s[n-1])
}
