// channels N ROUNDS: two goroutines, N channels between them; so many times a number goes through every one.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	rounds, _ := strconv.Atoi(os.Args[2])
	channels := make([]chan int, n)
	for i := range channels {
		channels[i] = make(chan int)
	}
	go func() {
		for range rounds {
			for i, ch := range channels {
				ch <- i & 7
			}
		}
	}()
	sum := 0
	for range rounds {
		for _, ch := range channels {
			sum += <-ch
		}
	}
	fmt.Println(sum)
}
