package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("out 1")
	fmt.Fprintln(os.Stderr, "err 1")
	println("err 2")
	fmt.Fprintf(os.Stdout, "out %d\n", 2)
	os.Stdout.WriteString("out 3\n")
	os.Stderr.Write([]byte("err 3\n"))
}
