// Closures that share a captured variable: five million calls.
package main

import "fmt"

func accumulator() (add func(int) int, reset func()) {
	total := 0
	return func(n int) int { total += n; return total }, func() { total = 0 }
}

func main() {
	add, reset := accumulator()
	last := 0
	for i := 0; i < 5_000_000; i++ { // quick: 1_000_000
		if i%1000 == 0 {
			reset()
		}
		last += add(i & 7)
	}
	fmt.Println(last)
}
