package main

import "sync"

func main() {
	var mu sync.Mutex
	ready := sync.NewCond(&mu)
	mu.Lock()
	ready.Wait()
}
