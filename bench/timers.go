// Timers: 200,000 goroutines that sleep for different times at once.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	const n = 200_000 // quick: 20_000
	var wg sync.WaitGroup
	woken := 0
	wg.Add(n)
	for i := range n {
		go func() {
			time.Sleep(time.Duration(i%1000) * 100 * time.Microsecond)
			woken++
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println(woken)
}
