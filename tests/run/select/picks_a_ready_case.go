package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan string, 1), make(chan bool)
	b <- "ready"
	select {
	case v := <-a:
		fmt.Println("a", v)
	case v := <-b:
		fmt.Println("b", v)
	case c <- true:
		fmt.Println("c")
	}
	select {
	case a <- 5:
		fmt.Println("sent", len(a))
	case <-b:
		fmt.Println("never")
	}
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	default:
		fmt.Println("never")
	}
	select {
	case <-a:
	case <-b:
	default:
		fmt.Println("nothing ready")
	}
	close(a)
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	case c <- true:
	}
}
