// Goroutines are preempted in loops and calls: how far each has come at every turn shows where.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

var turns []string

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	var counts [4]int
	var mu sync.Mutex
	var wg sync.WaitGroup
	last := -1
	note := func(who int) {
		if last != who {
			turns = append(turns, fmt.Sprint(who, counts))
			last = who
		}
	}
	ch := make(chan int, 3)
	for i := range counts {
		wg.Go(func() {
			for n := range 30_000 {
				note(i)
				counts[i]++
				switch {
				case i == 0 && n%97 == 0:
					mu.Lock()
					counts[i] += fib(5)
					mu.Unlock()
				case i == 1 && n%1009 == 0:
					ch <- n
				case i == 2 && n%1009 == 0:
					select {
					case <-ch:
					default:
						counts[i]++
					}
				case i == 3 && n%5003 == 0:
					runtime.Gosched()
				}
			}
			if i == 1 {
				close(ch)
			}
		})
	}
	go func() {
		for range ch {
		}
	}()
	wg.Wait()
	for _, turn := range turns {
		fmt.Println(turn)
	}
}
