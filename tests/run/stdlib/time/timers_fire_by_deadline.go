package main

import (
	"fmt"
	"time"
)

func main() {
	results := make(chan int, 10)
	for i, ms := range []int{50, 10, 40, 20, 30} {
		time.AfterFunc(time.Duration(ms)*time.Millisecond, func() { results <- i })
	}
	for range 5 {
		fmt.Println(<-results)
	}
	timeout := time.After(30 * time.Millisecond)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	ticks := 0
	for {
		select {
		case <-tick.C:
			ticks++
			continue
		case <-timeout:
		}
		break
	}
	fmt.Println(ticks >= 1 && ticks <= 3)
}
