package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var mu sync.RWMutex
	var readers, most atomic.Int32
	var wg sync.WaitGroup
	data := 0
	for i := range 30 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%10 == 5 {
				mu.Lock()
				if readers.Load() != 0 {
					fmt.Println("BUG: reader with writer")
				}
				v := data
				runtime.Gosched()
				data = v + 1
				mu.Unlock()
				return
			}
			mu.RLock()
			n := readers.Add(1)
			if n > most.Load() {
				most.Store(n)
			}
			runtime.Gosched()
			readers.Add(-1)
			mu.RUnlock()
		}()
	}
	wg.Wait()
	fmt.Println(data, most.Load() >= 1, mu.TryLock(), mu.TryRLock())
	mu.Unlock()
	fmt.Println(mu.TryRLock(), mu.TryRLock(), mu.TryLock())
}
