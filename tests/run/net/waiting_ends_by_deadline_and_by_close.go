package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

func pair() (net.Conn, net.Conn) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer ln.Close()
	accepted := make(chan net.Conn)
	go func() {
		c, err := ln.Accept()
		if err != nil {
			panic(err)
		}
		accepted <- c
	}()
	c, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	return c, <-accepted
}

func why(n int, err error) {
	fmt.Println(n, errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, net.ErrClosed), err == io.EOF)
}

func main() {
	a, b := pair()
	buf := make([]byte, 10)

	// A deadline in the future, in the past, taken back, and moved while someone waits.
	a.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	why(a.Read(buf))
	why(a.Read(buf))
	a.SetReadDeadline(time.Now().Add(-time.Second))
	why(a.Read(buf))
	a.SetReadDeadline(time.Time{})
	b.Write([]byte("hello"))
	n, err := a.Read(buf)
	fmt.Println(string(buf[:n]), err)
	go func() {
		time.Sleep(5 * time.Millisecond)
		a.SetReadDeadline(time.Now())
	}()
	why(a.Read(buf))
	a.SetReadDeadline(time.Now().Add(time.Hour))
	go func() {
		time.Sleep(5 * time.Millisecond)
		a.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	}()
	why(a.Read(buf))
	// What is there does not count once the deadline has passed, and is not lost.
	b.Write([]byte("late"))
	time.Sleep(5 * time.Millisecond)
	why(a.Read(buf))
	a.SetReadDeadline(time.Time{})
	n, err = a.Read(buf)
	fmt.Println(string(buf[:n]), err)

	// Close while three wait to read and one to write.
	done := make(chan error)
	for range 3 {
		go func() {
			_, err := a.Read(make([]byte, 1))
			done <- err
		}()
	}
	go func() {
		_, err := a.Write(make([]byte, 64<<20))
		done <- err
	}()
	time.Sleep(20 * time.Millisecond)
	a.Close()
	for range 4 {
		why(0, <-done)
	}
	b.Close()

	// Writing waits for room, up to the deadline.
	a, b = pair()
	a.SetWriteDeadline(time.Now().Add(20 * time.Millisecond))
	n, err = a.Write(make([]byte, 64<<20))
	fmt.Println(n > 0 && n < 64<<20)
	why(0, err)
	a.SetWriteDeadline(time.Time{})
	go func() {
		a.Write([]byte("end"))
		a.(*net.TCPConn).CloseWrite()
	}()
	all, err := io.ReadAll(b)
	fmt.Println(len(all) == n+3, string(all[len(all)-3:]), err)

	// The other direction still works, until the peer closes.
	b.Write([]byte("reply"))
	b.Close()
	all, err = io.ReadAll(a)
	fmt.Println(string(all), err)
	a.Close()

	// A reset.
	a, b = pair()
	b.(*net.TCPConn).SetLinger(0)
	b.Close()
	n, err = a.Read(buf)
	var op *net.OpError
	fmt.Println(n, errors.As(err, &op), op.Op, op.Net, op.Err, op.Timeout())
	a.Close()
	a.Close()
	fmt.Println(a.SetDeadline(time.Now()) != nil, a.LocalAddr().String() == b.RemoteAddr().String())
}
