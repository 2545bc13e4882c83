// Indexed stores in a large slice: the primes below 10 million.
package main

import "fmt"

const n = 10_000_000 // quick: 1_000_000

func main() {
	composite := make([]bool, n+1)
	count := 0
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	fmt.Println(count)
}
