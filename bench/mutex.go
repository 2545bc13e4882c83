// A mutex that eight goroutines want: each takes it 250,000 times, and yields now and then while it has it.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	count := 0
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 250_000 { // quick: 100_000
				mu.Lock()
				count++
				if i&15 == 0 {
					runtime.Gosched()
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(count)
}
