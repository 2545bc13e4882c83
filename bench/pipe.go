// A buffered channel: 20 million numbers from one goroutine to another.
package main

import "fmt"

func main() {
	ch := make(chan int, 128)
	go func() {
		for i := range 20_000_000 { // quick: 2_000_000
			ch <- i
		}
		close(ch)
	}()
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println(sum)
}
