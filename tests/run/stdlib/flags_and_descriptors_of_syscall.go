package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	fmt.Println(syscall.Stdin, syscall.Stdout, syscall.Stderr)
	fmt.Println(syscall.O_RDONLY == os.O_RDONLY, syscall.O_WRONLY == os.O_WRONLY, syscall.O_RDWR == os.O_RDWR)
	fmt.Println(syscall.O_CREAT == os.O_CREATE, syscall.O_EXCL == os.O_EXCL, syscall.O_TRUNC == os.O_TRUNC)
	fmt.Println(syscall.O_APPEND == os.O_APPEND, syscall.O_SYNC == os.O_SYNC)
	fmt.Println(syscall.O_NONBLOCK, syscall.O_CLOEXEC, syscall.O_NOCTTY, syscall.O_ASYNC)
	fmt.Println(syscall.Getpagesize() == os.Getpagesize())
	fmt.Fprintln(os.NewFile(uintptr(syscall.Stdout), "out"), "written")
}
