package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg, ready sync.WaitGroup
	var n atomic.Int64
	start := make(chan struct{})
	for i := range 1000 {
		wg.Add(1)
		ready.Add(1)
		go func() {
			defer wg.Done()
			ready.Done()
			<-start
			n.Add(int64(i))
		}()
	}
	ready.Wait()
	close(start)
	wg.Wait()
	fmt.Println(n.Load())
	wg.Go(func() { n.Store(-1) })
	wg.Wait()
	fmt.Println(n.Load())
}
