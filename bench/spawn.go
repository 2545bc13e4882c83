// Starting goroutines: a million, a thousand at a time, each waited for with a wait group.
package main

import (
	"fmt"
	"sync"
)

func main() {
	sum := 0
	for round := range 1000 { // quick: 100
		var wg sync.WaitGroup
		wg.Add(1000)
		for i := range 1000 {
			go func() {
				sum += i ^ round
				wg.Done()
			}()
		}
		wg.Wait()
	}
	fmt.Println(sum)
}
