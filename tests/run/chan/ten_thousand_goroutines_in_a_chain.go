package main

import "fmt"

func main() {
	const n = 10000
	first := make(chan int)
	right := first
	left := first
	for range n {
		right = make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(left, right)
		left = right
	}
	go func() { right <- 0 }()
	fmt.Println(<-first)
}
