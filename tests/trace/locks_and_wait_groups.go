// flags: --virtual-time
package main

import (
	"runtime"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func main() {
	var acc account
	var wg sync.WaitGroup
	var table sync.RWMutex
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			acc.mu.Lock()
			defer acc.mu.Unlock()
			runtime.Gosched()
			acc.balance++
		}()
	}
	table.RLock()
	wg.Wait()
	table.RUnlock()
	println(acc.balance)
}
