package main

import (
	"fmt"
	"runtime"
)

func main() {
	flag := false
	go func() { flag = true }()
	for !flag {
		runtime.Gosched()
	}
	fmt.Println("seen")
	n := 0
	done := make(chan bool)
	for range 10 {
		go func() {
			for range 10 {
				n++
				runtime.Gosched()
			}
			done <- true
		}()
	}
	for range 10 {
		<-done
	}
	fmt.Println(n > 0)
}
