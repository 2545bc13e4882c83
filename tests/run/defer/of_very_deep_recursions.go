// A panic passes through many frames with deferred calls of each kind, in a time that grows with their number.
package main

import (
	"fmt"
	"sync"
)

var count int

func deep(n int, mu *sync.Mutex) {
	defer func() { count++ }()
	if n == 0 {
		panic("at the bottom")
	}
	if n%3 == 0 {
		locked(n, mu)
	} else {
		loops(n, mu)
	}
}

func locked(n int, mu *sync.Mutex) {
	mu.Lock()
	defer mu.Unlock()
	deep(n-1, new(sync.Mutex))
}

func loops(n int, mu *sync.Mutex) {
	for range 2 {
		defer func() { count++ }()
	}
	deep(n-1, mu)
}

func main() {
	func() {
		defer func() { fmt.Println(recover(), count) }()
		deep(100000, new(sync.Mutex))
	}()
}
