package main

import (
	"fmt"
	"io"
	"net"
	"time"
)

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	enough := make(chan bool)
	go func() {
		c, err := ln.Accept()
		if err != nil {
			panic(err)
		}
		<-enough
		fmt.Fprint(c, "slow")
		c.Close()
	}()
	c, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	ticks := 0
	ticker := time.NewTicker(time.Millisecond)
	answer := make(chan string)
	go func() {
		all, _ := io.ReadAll(c)
		answer <- string(all)
	}()
	for {
		select {
		case <-ticker.C:
			if ticks++; ticks == 6 {
				enough <- true
			}
		case s := <-answer:
			fmt.Println(s, ticks > 5)
			return
		}
	}
}
