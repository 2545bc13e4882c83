package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

// deep uses much of the stack, and then gives it back.
func deep(n int) int {
	if n == 0 {
		return 0
	}
	var more [8]int
	more[n%8] = n
	return deep(n-1) + more[n%8] - n + 1
}

type pair struct {
	name string
	n    int
}

func main() {
	const depth = 1000
	var group sync.WaitGroup
	var ready sync.WaitGroup
	results := make(chan string, 100)
	start := func(name string, wait func(own *pair) string) {
		ready.Add(1)
		group.Go(func() {
			own := pair{name, deep(depth)}
			ready.Done()
			answer := wait(&own)
			results <- fmt.Sprint(own.name, " ", own.n, " ", answer, " ", deep(100))
		})
	}
	sends, receives := make(chan pair), make(chan pair)
	chosen, never := make(chan pair), make(chan int)
	closed := make(chan string)
	var lock sync.Mutex
	var shared sync.RWMutex
	cond := sync.NewCond(&lock)
	on := false
	lock.Lock()
	shared.Lock()
	start("sends", func(own *pair) string {
		sends <- pair{"sent", own.n}
		return "sent"
	})
	start("receives", func(own *pair) string {
		got, ok := <-receives
		return fmt.Sprint(got, ok)
	})
	start("chooses to receive", func(own *pair) string {
		select {
		case got, ok := <-chosen:
			return fmt.Sprint(got, ok)
		case never <- own.n:
			return "never"
		}
	})
	start("chooses to send", func(own *pair) string {
		var word pair
		select {
		case sends <- pair{"chosen", own.n + 1}:
			return "sent"
		case word = <-never2:
			return word.name
		}
	})
	start("hears of the end", func(own *pair) string {
		got, ok := <-closed
		return fmt.Sprintf("%q %t", got, ok)
	})
	start("locks", func(own *pair) string {
		lock.Lock()
		defer lock.Unlock()
		return "locked"
	})
	start("reads", func(own *pair) string {
		shared.RLock()
		defer shared.RUnlock()
		return "read"
	})
	start("waits for a condition", func(own *pair) string {
		cond.L.Lock()
		defer cond.L.Unlock()
		for !on {
			cond.Wait()
		}
		return "on"
	})
	start("sleeps", func(own *pair) string {
		time.Sleep(20 * time.Millisecond)
		return "slept"
	})
	start("is recovered", func(own *pair) (answer string) {
		defer func() { answer = fmt.Sprint(recover(), own.name) }()
		broken <- pair{}
		return "sent"
	})
	start("goes deep again", func(own *pair) string {
		<-closed
		return fmt.Sprint(deep(depth / 2))
	})
	ready.Wait()
	for range 100 {
		runtime.Gosched()
	}
	for range 3 {
		runtime.GC()
	}
	close(closed)
	close(broken)
	one, other := <-sends, <-sends
	fmt.Println(one.n+other.n, one.name != other.name)
	receives <- pair{"received", 1}
	chosen <- pair{"chosen", 2}
	runtime.GC()
	on = true
	cond.Broadcast()
	lock.Unlock()
	shared.Unlock()
	group.Wait()
	close(results)
	lines := map[string]bool{}
	for line := range results {
		lines[line] = true
	}
	fmt.Println(len(lines), lines)
}

var (
	never2 = make(chan pair)
	broken = make(chan pair)
)
