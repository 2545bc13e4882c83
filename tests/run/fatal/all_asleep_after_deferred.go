package main

import "fmt"

func main() {
	defer fmt.Println("never")
	ch := make(chan int)
	ch <- 1
}
