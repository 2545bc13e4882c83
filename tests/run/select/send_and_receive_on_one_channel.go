package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	for i := range 6 {
		select {
		case ch <- i:
			fmt.Println("sent", i)
		case v := <-ch:
			fmt.Println("received", v)
		}
	}
	un := make(chan int)
	done := make(chan int)
	go func() {
		select {
		case un <- 1:
			done <- 1
		case <-un:
			done <- 2
		}
	}()
	select {
	case un <- 2:
	case <-un:
	}
	n := <-done
	fmt.Println(n == 1 || n == 2)
}
