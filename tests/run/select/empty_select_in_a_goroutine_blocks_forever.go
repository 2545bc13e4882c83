package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() {
		defer fmt.Println("never")
		select {}
	}()
	go func() {
		var c chan int
		go func() { done <- true }()
		<-c
	}()
	<-done
	fmt.Println("main returns")
}
