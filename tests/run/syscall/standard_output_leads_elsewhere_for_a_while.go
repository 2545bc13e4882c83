package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

func main() {
	dir, err := os.MkdirTemp("", "dup")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	fmt.Println("before")
	f, err := os.Create(filepath.Join(dir, "out"))
	if err != nil {
		panic(err)
	}
	saved, err := syscall.Dup(1)
	if err != nil {
		panic(err)
	}
	fmt.Println(syscall.Dup2(int(f.Fd()), 1))
	fmt.Println("into the file")
	syscall.Write(1, []byte("and this\n"))
	syscall.Dup2(saved, 1)
	syscall.Close(saved)
	fmt.Println("after")
	f.Close()
	text, err := os.ReadFile(filepath.Join(dir, "out"))
	fmt.Printf("%q %v\n", text, err)

	syscall.Write(1, []byte("to the end\n"))
	syscall.Close(1)
	_, err = fmt.Println("nobody sees this")
	if err == nil {
		os.Exit(1)
	}
}
