// Small integer arrays: permutations of 9 and their flips.
package main

import "fmt"

func fannkuch(n int) (checksum, most int) {
	perm, count := make([]int, n), make([]int, n)
	first := make([]int, n)
	for i := range first {
		first[i] = i
	}
	r, sign := n, 1
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		if first[0] != 0 {
			for i := 0; i < n; i++ {
				perm[i] = first[i]
			}
			flips := 0
			for k := perm[0]; k != 0; k = perm[0] {
				for i, j := 0, k; i < j; i, j = i+1, j-1 {
					perm[i], perm[j] = perm[j], perm[i]
				}
				flips++
			}
			if flips > most {
				most = flips
			}
			checksum += sign * flips
		}
		for {
			if r == n {
				return checksum, most
			}
			head := first[0]
			for i := 0; i < r; i++ {
				first[i] = first[i+1]
			}
			first[r] = head
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
		sign = -sign
	}
}

func main() { fmt.Println(fannkuch(9)) } // quick: 8
