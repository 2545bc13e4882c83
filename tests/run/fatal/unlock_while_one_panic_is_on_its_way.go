package main

import "sync"

func main() {
	defer func() {
		var mu sync.RWMutex
		mu.RUnlock()
	}()
	panic("first")
}
