package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Print("no newline")
	os.Exit(0)
}
