// A million goroutines are parked on one channel, then all woken.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 1_000_000 // quick: 300_000
	gate := make(chan struct{})
	var parked, ended sync.WaitGroup
	parked.Add(n)
	ended.Add(n)
	for range n {
		go func() {
			parked.Done()
			<-gate
			ended.Done()
		}()
	}
	parked.Wait()
	close(gate)
	ended.Wait()
	fmt.Println(n)
}
