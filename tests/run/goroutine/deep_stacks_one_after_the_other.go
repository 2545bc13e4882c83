package main

import (
	"fmt"
	"runtime"
)

func count(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + count(n-1)
}

func join(n int, text string) int {
	if n == 0 {
		return len(text)
	}
	s := fmt.Sprint(n % 10)
	return join(n-1, s) + len(s)
}

// Stacks of several sizes, some at once, with collections in between.
func main() {
	for round := range 6 {
		done := make(chan int)
		go func() { done <- count(100_000 * (round + 1)) }()
		go func() { done <- join(20_000*(6-round), "") }()
		if round%2 == 1 {
			runtime.GC()
		}
		fmt.Println(<-done + <-done)
	}
	gate, done := make(chan bool), make(chan int)
	for i := range 4 {
		go func() {
			count(50_000)
			<-gate
			done <- count(150_000 + i)
		}()
	}
	close(gate)
	fmt.Println(<-done + <-done + <-done + <-done)
}
