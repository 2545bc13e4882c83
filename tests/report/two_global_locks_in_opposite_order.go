package main

import (
	"runtime"
	"sync"
)

var a, b sync.Mutex

func worker() {
	b.Lock()
	runtime.Gosched()
	a.Lock()
	a.Unlock()
	b.Unlock()
}

func main() {
	go worker()
	a.Lock()
	runtime.Gosched()
	b.Lock()
	b.Unlock()
	a.Unlock()
}
