// A ring of 503 goroutines that hand a token on, ten million times.
package main

import "fmt"

func hand(number int, in <-chan int, out chan<- int, done chan<- int) {
	for token := range in {
		if token == 0 {
			done <- number
			return
		}
		out <- token - 1
	}
}

func main() {
	const size, hops = 503, 10_000_000 // quick: 1_000_000
	done := make(chan int)
	first := make(chan int)
	in := first
	for i := 1; i <= size; i++ {
		out := first
		if i < size {
			out = make(chan int)
		}
		go hand(i, in, out, done)
		in = out
	}
	first <- hops
	fmt.Println(<-done)
}
