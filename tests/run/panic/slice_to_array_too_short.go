package main

import "fmt"

func main() {
	s := make([]int, 3)
	a := [4]int(s)
	fmt.Println(a)
}
