package main

import "fmt"

func init() { panic("in init") }

func main() {
	fmt.Println("never")
}
