package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func main() {
	defer fmt.Println("not printed")
	n, err := os.Stdout.WriteString("text\n")
	fmt.Println(n, err)
	n, err = os.Stdout.Write([]byte("bytes\n"))
	fmt.Println(n, err)
	fmt.Fprintln(os.Stderr, "to standard error")
	fmt.Println(os.Stdin.Name(), os.Stdout.Name(), os.Stderr.Name(), os.Stdin.Fd(), os.Stdout.Fd(), os.Stderr.Fd())
	b, err := io.ReadAll(os.Stdin)
	fmt.Println(len(b), err)
	n, err = os.Stdin.Read(make([]byte, 5))
	fmt.Println(n, err)
	n, err = os.Stdin.Read(nil)
	fmt.Println(n, err)
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "%d buffered\n", 1)
	w.Flush()
	var f *os.File
	fmt.Println(f.Close())
	_, err = f.Write(nil)
	fmt.Println(err)
	os.Exit(3)
}
