// A buffered channel: three million numbers from one goroutine to another.
package main

import "fmt"

func main() {
	ch := make(chan int, 128)
	go func() {
		for i := range 3_000_000 {
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
