package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	saved, err := syscall.Dup(1)
	if err != nil {
		panic(err)
	}
	if err := syscall.Dup2(int(w.Fd()), 1); err != nil {
		panic(err)
	}
	w.Close()
	read := make(chan string)
	go func() {
		b, _ := io.ReadAll(r)
		read <- string(b)
	}()
	// More than a pipe holds.
	line := strings.Repeat("x", 99)
	for range 2000 {
		fmt.Println(line)
	}
	if err := syscall.Dup2(saved, 1); err != nil {
		panic(err)
	}
	text := <-read
	fmt.Println(len(text), strings.Count(text, "\n"))
}
