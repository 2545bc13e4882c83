// A pool of eight workers: two million jobs, each a little work.
package main

import (
	"fmt"
	"sync"
)

func work(n int) int {
	sum := 0
	for i := range 10 {
		sum += n * i % 7
	}
	return sum
}

func main() {
	jobs, results := make(chan int, 64), make(chan int, 64)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range jobs {
				results <- work(job)
			}
		}()
	}
	go func() {
		for i := range 2_000_000 { // quick: 300_000
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)
}
