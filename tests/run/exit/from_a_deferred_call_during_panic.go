package main

import "os"

func main() {
	defer os.Exit(4)
	panic("hidden")
}
