package main

import "fmt"

func main() {
	results := make(chan int)
	for i := range 50 {
		go func() {
			results <- i
		}()
	}
	block := make(chan bool)
	fmt.Println(<-results)
	<-block
}
