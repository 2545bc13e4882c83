package main

import (
	"fmt"
	"runtime"
)

func inner() {
	defer fmt.Println("inner deferred")
	runtime.Goexit()
	fmt.Println("never")
}

func main() {
	done := make(chan bool)
	go func() {
		defer func() { done <- true }()
		defer func() { fmt.Println("recover gives", recover()) }()
		inner()
		fmt.Println("never")
	}()
	<-done
	go func() {
		defer close(done)
		defer func() {
			recover()
			fmt.Println("panic replaced by Goexit")
		}()
		defer runtime.Goexit()
		panic("x")
	}()
	<-done
	fmt.Println("end")
}
