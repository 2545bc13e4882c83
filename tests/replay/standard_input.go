package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	n := 0
	for in.Scan() {
		n++
		fmt.Printf("%d: %q\n", n, in.Text())
	}
	fmt.Fprintln(os.Stderr, "that was all")
	os.Exit(n)
}
