package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	n, words := 0, 0
	for sc.Scan() {
		n++
		words += len(strings.Fields(sc.Text()))
		fmt.Printf("%d: %q\n", n, sc.Text())
	}
	fmt.Println(n, words, sc.Err())
}
