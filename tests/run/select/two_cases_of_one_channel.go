// A select that waits at one channel with two cases takes each of them now and then.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	c := make(chan int)
	l := [2]int{}
	done := make(chan bool)
	go func() {
		for range 1000 {
			runtime.Gosched()
			l[<-c]++
		}
		done <- true
	}()
	for range 1000 {
		select {
		case c <- 1:
		case c <- 0:
		}
	}
	<-done
	fmt.Println(l[0] > 100, l[1] > 100)
}
