// The daisy chain: a number goes through 100,000 goroutines, ten times.
package main

import "fmt"

func pass(left chan<- int, right <-chan int) { left <- 1 + <-right }

func main() {
	sum := 0
	for range 10 {
		leftmost := make(chan int)
		left := leftmost
		for range 100_000 { // quick: 10_000
			right := make(chan int)
			go pass(left, right)
			left = right
		}
		go func() { left <- 1 }()
		sum += <-leftmost
	}
	fmt.Println(sum)
}
