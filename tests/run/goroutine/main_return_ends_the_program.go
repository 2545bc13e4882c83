package main

import "fmt"

func main() {
	block := make(chan int)
	for range 10 {
		go func() {
			defer fmt.Println("never")
			<-block
		}()
	}
	go func() {
		for {
		}
	}()
	fmt.Println("end")
}
