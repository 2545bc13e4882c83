package main

import "fmt"

var v = f()

func f() int {
	var s []int
	return s[len(s)]
}

func main() {
	fmt.Println(v)
}
