// An echo server and its clients, in one program, over real sockets.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"sync"
	"time"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println("listens at", l.Addr())
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				n, err := io.Copy(c, c)
				fmt.Println("echoed", n, err)
			}()
		}
	}()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				panic(err)
			}
			c.SetDeadline(time.Now().Add(5 * time.Second))
			in := bufio.NewReader(c)
			for j := range 5 {
				fmt.Fprintf(c, "client %d line %d\n", i, j)
				line, err := in.ReadString('\n')
				fmt.Print(c.LocalAddr(), " ", line)
				if err != nil {
					panic(err)
				}
			}
			c.Close()
		})
	}
	wg.Wait()
	l.Close()
	if _, err := net.DialTimeout("tcp", l.Addr().String(), time.Second); err != nil {
		fmt.Println(err)
	}
}
