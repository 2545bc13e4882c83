package main

import "time"

func main() {
	var in, out chan int
	go func() {
		select {}
	}()
	time.Sleep(time.Millisecond)
	select {
	case v := <-in:
		println(v)
	case out <- 1:
	}
}
