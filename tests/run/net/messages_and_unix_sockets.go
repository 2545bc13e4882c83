package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	buf := make([]byte, 100)
	u, err := net.ListenPacket("udp", "127.0.0.1:0")
	check(err)
	v, err := net.Dial("udp", u.LocalAddr().String())
	check(err)
	fmt.Fprint(v, "datagram")
	n, from, err := u.ReadFrom(buf)
	fmt.Println(string(buf[:n]), from.String() == v.LocalAddr().String(), err)
	n, err = u.WriteTo([]byte("reply"), from)
	fmt.Println(n, err)
	n, err = v.Read(buf)
	fmt.Println(string(buf[:n]), err)
	u.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	_, _, err = u.ReadFrom(buf)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	go func() {
		time.Sleep(5 * time.Millisecond)
		v.Close()
	}()
	_, err = v.Read(buf)
	fmt.Println(errors.Is(err, net.ErrClosed))
	_, err = v.(*net.UDPConn).WriteTo(buf, from)
	fmt.Println(err != nil)
	u.Close()

	dir, err := os.MkdirTemp("", "sock")
	check(err)
	defer os.RemoveAll(dir)
	ln, err := net.Listen("unix", dir+"/s")
	check(err)
	fmt.Println(ln.Addr().Network(), ln.Addr().String() == dir+"/s")
	go func() {
		c, err := ln.Accept()
		check(err)
		fmt.Fprintf(c, "from %s", c.LocalAddr().Network())
		c.Close()
	}()
	c, err := net.Dial("unix", dir+"/s")
	check(err)
	all, err := io.ReadAll(c)
	fmt.Println(string(all), err, c.RemoteAddr().String() == dir+"/s")
	c.Close()
	_, err = net.Listen("unix", dir+"/s")
	fmt.Println(err != nil)
	ln.Close()
	_, err = os.Stat(dir + "/s")
	fmt.Println(os.IsNotExist(err))

	x, y := net.Pipe()
	go func() {
		fmt.Fprint(x, "through a pipe")
		x.Close()
	}()
	n, err = y.Read(buf[:4])
	fmt.Println(string(buf[:n]), err)
	all, err = io.ReadAll(y)
	fmt.Println(string(all), err)
	_, err = y.Write(buf)
	fmt.Println(err)
	x, y = net.Pipe()
	x.SetDeadline(time.Now().Add(5 * time.Millisecond))
	_, err = x.Read(buf)
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded))
	_, err = x.Write(buf)
	fmt.Println(err)
	x.SetDeadline(time.Time{})
	go y.Write([]byte("again"))
	n, err = x.Read(buf)
	fmt.Println(string(buf[:n]), err, x.LocalAddr(), y.RemoteAddr().Network())
}
