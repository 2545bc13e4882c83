package main

import "sync"

func main() {
	defer func() { println("not recoverable", recover()) }()
	var mu sync.Mutex
	mu.Unlock()
}
