package main

import (
	"runtime"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func transfer(from, to *account, amount int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	runtime.Gosched()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

func main() {
	a, b := &account{}, &account{}
	done := make(chan bool)
	go func() {
		transfer(b, a, 1)
		done <- true
	}()
	transfer(a, b, 1)
	<-done
}
