package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	go func() { a <- 1; a <- 2; close(a) }()
	go func() { b <- 10; close(b) }()
	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				break
			}
			sum += v
		}
	}
	fmt.Println(sum)
	var n chan string
	select {
	case n <- "x":
		fmt.Println("never")
	case <-n:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
}
