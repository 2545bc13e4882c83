package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 5 {
			ch <- i * i
		}
	}()
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println(sum)
	b := make(chan string, 3)
	b <- "x"
	b <- "y"
	close(b)
	for v := range b {
		fmt.Println(v)
	}
	for range b {
		fmt.Println("never")
	}
}
