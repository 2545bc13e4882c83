package main

import "fmt"

func send(n int, out chan<- int) {
	out <- n
}

func main() {
	ch := make(chan int)
	for n := range 3 {
		go send(n, ch)
	}
	for n := range ch {
		fmt.Println(n)
	}
}
