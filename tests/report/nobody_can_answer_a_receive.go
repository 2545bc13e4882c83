package main

import "fmt"

func produce(out chan<- int) {
	out <- 1
	out <- 2
}

func main() {
	numbers := make(chan int)
	go produce(numbers)
	for range 3 {
		fmt.Println(<-numbers)
	}
}
