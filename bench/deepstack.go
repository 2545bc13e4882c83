// Deep stacks: 2,000 goroutines that each call themselves 1,000 deep, wait there for one another, and return.
package main

import (
	"fmt"
	"sync"
)

func dive(depth, step int, bottom *sync.WaitGroup, gate <-chan bool) int {
	if depth == 0 {
		bottom.Done()
		<-gate
		return step
	}
	return dive(depth-1, step, bottom, gate) + depth&step
}

func main() {
	const goroutines, depth = 2000, 1000 // quick: 500
	gate, sums := make(chan bool), make(chan int)
	var bottom sync.WaitGroup
	bottom.Add(goroutines)
	for i := range goroutines {
		go func() { sums <- dive(depth, i, &bottom, gate) }()
	}
	bottom.Wait()
	close(gate)
	total := 0
	for range goroutines {
		total += <-sums
	}
	fmt.Println(total)
}
