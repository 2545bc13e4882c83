package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(time.Millisecond)
		c <- int(time.Now().UnixNano() % 7)
	}()
	fmt.Println(<-c)
	<-c
}
