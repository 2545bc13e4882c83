package main

import "fmt"

func main() {
	n := 5
	fmt.Println("n is " + n) // ERROR "+ n (mismatched types untyped string and int)"
	s := "a" + 1 // ERROR "+ 1 (mismatched types untyped string and untyped int)"
	_ = s
}
