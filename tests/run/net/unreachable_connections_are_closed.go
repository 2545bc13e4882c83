package main

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"time"
)

// leak makes connections that nobody keeps, and gives their other ends.
func leak(ln net.Listener) []net.Conn {
	var ends []net.Conn
	for range 20 {
		done := make(chan bool)
		go func() {
			c, err := ln.Accept()
			if err != nil {
				panic(err)
			}
			c.Write([]byte("x"))
			done <- true
		}()
		c, err := net.Dial("tcp", ln.Addr().String())
		if err != nil {
			panic(err)
		}
		<-done
		ends = append(ends, c)
	}
	return ends
}

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	ends := leak(ln)
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
				runtime.GC()
			}
		}
	}()
	closed := 0
	for _, c := range ends {
		all, err := io.ReadAll(c)
		if string(all) == "x" && err == nil {
			closed++
		}
	}
	stop <- true
	fmt.Println(closed)
}
