// A map with integer keys: two million updates of 100,000 entries.
package main

import "fmt"

func main() {
	m := map[int]int{}
	k := 1
	for i := 0; i < 2_000_000; i++ { // quick: 200_000
		k = k * 16807 % 2147483647
		m[k%100_000] += i & 15
	}
	sum := 0
	for i := 0; i < 100_000; i++ {
		sum += m[i] * (i & 7)
	}
	fmt.Println(len(m), sum)
}
