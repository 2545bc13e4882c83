// flags: --virtual-time
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	var order []string
	var mu sync.RWMutex
	note := func(format string, args ...any) {
		mu.Lock()
		order = append(order, fmt.Sprintf(format, args...))
		mu.Unlock()
	}
	a, b, quit := make(chan int), make(chan int, 2), make(chan struct{})
	var wg sync.WaitGroup
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	for i := range 5 {
		wg.Go(func() {
			for n := range 20 {
				select {
				case a <- n:
					note("%d sent %d on a", i, n)
				case b <- n:
					note("%d sent %d on b", i, n)
				case <-time.After(time.Duration(i+1) * time.Millisecond):
					note("%d waited for long", i)
				}
				if n%7 == 0 {
					time.Sleep(time.Duration(n) * time.Microsecond)
				}
			}
			cond.L.Lock()
			for !ready {
				cond.Wait()
			}
			cond.L.Unlock()
			note("%d is done", i)
		})
	}
	go func() {
		tick := time.NewTicker(3 * time.Millisecond)
		for {
			select {
			case n := <-a:
				note("a: %d", n)
			case n, ok := <-b:
				note("b: %d %v", n, ok)
			case <-tick.C:
				mu.RLock()
				n := len(order)
				mu.RUnlock()
				note("tick at %d", n)
			case <-quit:
				tick.Stop()
				return
			}
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	note("%v", ctx.Err())
	cond.L.Lock()
	ready = true
	cond.L.Unlock()
	cond.Broadcast()
	wg.Wait()
	close(quit)
	for _, line := range order {
		fmt.Println(line)
	}
}
