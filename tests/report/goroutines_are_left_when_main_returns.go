// flags: --leaks
package main

import (
	"fmt"
	"time"
)

func produce(out chan<- int) {
	for i := 0; ; i++ {
		out <- i
	}
}

func main() {
	out := make(chan int)
	done := make(chan bool)
	go produce(out)
	go func() {
		for range time.Tick(time.Hour) {
		}
	}()
	go func() {
		<-done
	}()
	spin := func() {
		for {
		}
	}
	for v := range out {
		if v == 3 {
			break
		}
	}
	go spin()
	fmt.Println("done")
}
