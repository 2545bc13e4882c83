// flags: --virtual-time
package main

import "fmt"

func worker(jobs <-chan int, results chan<- string) {
	for job := range jobs {
		results <- fmt.Sprint("job ", job)
	}
	close(results)
}

func main() {
	jobs := make(chan int)
	results := make(chan string, 1)
	go worker(jobs, results)
	for i := range 2 {
		jobs <- i
	}
	close(jobs)
	for result := range results {
		fmt.Println(result)
	}
}
