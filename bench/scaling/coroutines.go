// coroutines N ROUNDS: N goroutines wait, each at a channel of its own; so many times every one is woken and answers.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	rounds, _ := strconv.Atoi(os.Args[2])
	answers := make(chan int)
	doors := make([]chan int, n)
	for i := range doors {
		door := make(chan int)
		doors[i] = door
		go func() {
			for v := range door {
				answers <- v + 1
			}
		}()
	}
	sum := 0
	for range rounds {
		for i, door := range doors {
			door <- i & 7
			sum += <-answers
		}
	}
	fmt.Println(sum)
}
