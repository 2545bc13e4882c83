package main

import "fmt"

func main() {
	a, b, quit := make(chan int), make(chan string), make(chan struct{})
	go func() {
		for i := range 3 {
			a <- i
		}
		for i := range 2 {
			b <- fmt.Sprint("s", i)
		}
		close(quit)
	}()
	for {
		select {
		case v := <-a:
			fmt.Println("a", v)
		case v := <-b:
			fmt.Println("b", v)
		case <-quit:
			fmt.Println("quit")
			return
		}
	}
}
