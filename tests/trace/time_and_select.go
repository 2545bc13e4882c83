// flags: --virtual-time
package main

import (
	"fmt"
	"time"
)

func main() {
	slow, quick := make(chan string), make(chan string)
	go func() {
		time.Sleep(3 * time.Second)
		slow <- "slow"
	}()
	time.AfterFunc(time.Second, func() { quick <- "quick" })
	for range 3 {
		select {
		case s := <-slow:
			fmt.Println(s)
		case s := <-quick:
			fmt.Println(s)
		case <-time.After(1500 * time.Millisecond):
			fmt.Println("too late")
		}
	}
	select {
	case <-slow:
	default:
		panic("nobody")
	}
}
