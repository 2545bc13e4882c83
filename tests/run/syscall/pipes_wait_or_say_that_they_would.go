package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

func main() {
	var p [2]int
	if err := syscall.Pipe(p[:]); err != nil {
		panic(err)
	}
	// A reader waits, and others run.
	done := make(chan string)
	go func() {
		b := make([]byte, 16)
		n, err := syscall.Read(p[0], b)
		done <- fmt.Sprint(n, " ", err, " ", string(b[:n]))
	}()
	time.Sleep(5 * time.Millisecond)
	fmt.Println("others run")
	fmt.Println(syscall.Write(p[1], []byte("through")))
	fmt.Println(<-done)

	if err := syscall.SetNonblock(p[0], true); err != nil {
		panic(err)
	}
	b := make([]byte, 4)
	_, err := syscall.Read(p[0], b)
	fmt.Println(err, err == syscall.EAGAIN)
	syscall.Close(p[1])
	fmt.Println(syscall.Read(p[0], b))
	_, err = syscall.Seek(p[0], 0, 0)
	fmt.Println(err)
	syscall.Close(p[0])

	if err := syscall.Pipe2(p[:], syscall.O_NONBLOCK|syscall.O_CLOEXEC); err != nil {
		panic(err)
	}
	_, err = syscall.Read(p[0], b)
	fmt.Println(err)
	total := 0
	for {
		n, err := syscall.Write(p[1], make([]byte, 4096))
		if err != nil {
			fmt.Println(total, err)
			break
		}
		total += n
	}
	r := os.NewFile(uintptr(p[0]), "r")
	got := 0
	for got < total {
		n, err := r.Read(make([]byte, 10000))
		if err != nil {
			panic(err)
		}
		got += n
	}
	fmt.Println(got)
	fmt.Println(r.Close(), syscall.Close(p[1]))

	// A connection that is waited for by hand.
	or, ow, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	go func() {
		time.Sleep(5 * time.Millisecond)
		ow.WriteString("late")
	}()
	raw, err := or.SyscallConn()
	if err != nil {
		panic(err)
	}
	tries := 0
	var n int
	fmt.Println(raw.Read(func(fd uintptr) bool {
		tries++
		var err error
		n, err = syscall.Read(int(fd), b)
		return err != syscall.EAGAIN
	}), tries, string(b[:n]))
}
