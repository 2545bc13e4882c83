package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// Closing a channel wakes all that wait at it: receivers, and receivers that wait elsewhere too.
func main() {
	const n = 300
	gate, other := make(chan struct{}), make(chan int)
	var parked, ended sync.WaitGroup
	parked.Add(n)
	ended.Add(n)
	var zero atomic.Int64
	for i := range n {
		go func() {
			parked.Done()
			if i%2 == 0 {
				<-gate
			} else {
				select {
				case _, ok := <-gate:
					if !ok {
						zero.Add(1)
					}
				case <-other:
				}
			}
			ended.Done()
		}()
	}
	parked.Wait()
	close(gate)
	ended.Wait()
	fmt.Println(zero.Load())
}
