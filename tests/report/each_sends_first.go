package main

import "fmt"

func worker(a, b chan int) {
	b <- 2
	fmt.Println(<-a)
}

func main() {
	a := make(chan int)
	b := make(chan int)
	go worker(a, b)
	a <- 1
	fmt.Println(<-b)
}
