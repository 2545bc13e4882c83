package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 200
	chans := make([]chan int, n)
	for i := range chans {
		chans[i] = make(chan int, i%3)
	}
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			for v := range chans[i] {
				if i+1 < n {
					chans[i+1] <- v + 1
				} else if v != n-1+v/1000*0 && v < 0 {
					fmt.Println("never")
				}
			}
			if i+1 < n {
				close(chans[i+1])
			}
		})
	}
	for v := range 50 {
		chans[0] <- v
	}
	close(chans[0])
	wg.Wait()
	fmt.Println("drained")
	res := make(chan int)
	for i := range 1000 {
		go func() {
			c := make(chan int)
			go func() { c <- i }()
			res <- <-c
		}()
	}
	sum := 0
	for range 1000 {
		sum += <-res
	}
	fmt.Println(sum)
}
