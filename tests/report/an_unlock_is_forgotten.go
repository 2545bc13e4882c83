package main

import "sync"

var (
	mu    sync.Mutex
	cache = map[string]int{"a": 1}
)

func lookup(key string) int {
	mu.Lock()
	if n, ok := cache[key]; ok {
		return n
	}
	cache[key] = len(key)
	mu.Unlock()
	return len(key)
}

func main() {
	println(lookup("a"))
	println(lookup("b"))
}
