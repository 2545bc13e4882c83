package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("printed")
	defer fmt.Println("never")
	os.Exit(3)
}
