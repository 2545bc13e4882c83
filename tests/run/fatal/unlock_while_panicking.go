package main

import (
	"sync"
)

func main() {
	defer func() {
		var mu sync.Mutex
		mu.Unlock()
	}()
	defer func() {
		defer func() { panic("second") }()
		recover()
		panic("third")
	}()
	panic("first")
}
