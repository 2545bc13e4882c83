package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"sync"
)

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	const size = 3 << 20
	accepted := make(chan net.Conn, 1)
	go func() {
		c, err := ln.Accept()
		if err != nil {
			panic(err)
		}
		accepted <- c
	}()
	a, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	b := <-accepted
	var wg sync.WaitGroup
	end := func(c net.Conn, send, want byte) {
		wg.Go(func() {
			for range size / 1024 {
				if _, err := c.Write(bytes.Repeat([]byte{send}, 1024)); err != nil {
					panic(err)
				}
			}
			c.(*net.TCPConn).CloseWrite()
		})
		wg.Go(func() {
			got, err := io.ReadAll(c)
			fmt.Println(len(got), err, bytes.Count(got, []byte{want}))
		})
	}
	end(a, 'a', 'b')
	end(b, 'b', 'a')
	wg.Wait()

	// Writers on one connection do not mix their bytes.
	a.Close()
	b.Close()
	go func() {
		c, err := ln.Accept()
		if err != nil {
			panic(err)
		}
		accepted <- c
	}()
	a, err = net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	b = <-accepted
	const block = 1 << 20
	for i := range 4 {
		wg.Go(func() {
			if _, err := a.Write(bytes.Repeat([]byte{byte('0' + i)}, block)); err != nil {
				panic(err)
			}
		})
	}
	go func() {
		wg.Wait()
		a.Close()
	}()
	all, err := io.ReadAll(b)
	changes := 0
	for i := 1; i < len(all); i++ {
		if all[i] != all[i-1] {
			changes++
		}
	}
	fmt.Println(len(all) == 4*block, err, changes)
}
