package main

import "fmt"

func main() {
	fmt.Println("unterminated) // ERROR
	x := []int{(1 + 2 // ERROR
	/* never closed // ERROR
}
