package main

import (
	"fmt"
	"runtime"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) add(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[key]++
}

type embedded struct {
	sync.RWMutex
	v int
}

func main() {
	c := counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 20 {
				c.add("x")
				runtime.Gosched()
			}
		}()
	}
	wg.Wait()
	fmt.Println(c.n)

	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	fmt.Println(mu.TryLock())
	mu.Unlock()
	var l sync.Locker = &mu
	l.Lock()
	l.Unlock()
	lock, unlock := mu.Lock, mu.Unlock
	lock()
	unlock()

	// The lock goes from hand to hand in the order of arrival.
	mu.Lock()
	order := make(chan int, 10)
	for i := range 4 {
		go func() {
			mu.Lock()
			order <- i
			mu.Unlock()
		}()
		runtime.Gosched()
	}
	mu.Unlock()
	for range 4 {
		<-order
	}

	var e embedded
	e.RLock()
	e.RLock()
	fmt.Println(e.TryLock(), e.TryRLock())
	e.RUnlock()
	e.RUnlock()
	e.RUnlock()
	fmt.Println(e.TryLock(), e.TryRLock(), e.TryLock())
	e.v++
	e.Unlock()
	r := e.RLocker()
	r.Lock()
	fmt.Println(e.v, e.TryLock())
	r.Unlock()

	// Readers that come after a waiting writer wait.
	e.RLock()
	step := make(chan string, 10)
	go func() { e.Lock(); step <- "writer"; e.Unlock() }()
	for !func() bool {
		runtime.Gosched()
		if e.TryRLock() {
			e.RUnlock()
			return false
		}
		return true
	}() {
	}
	go func() { e.RLock(); step <- "reader"; e.RUnlock() }()
	runtime.Gosched()
	fmt.Println(len(step))
	e.RUnlock()
	fmt.Println(<-step, <-step)
	fmt.Printf("%v %+v\n", e.v, &struct{ M *sync.Mutex }{})
}
