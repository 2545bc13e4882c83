package main

import "fmt"

func main() {
	s := make([]int, 1, 8)
	p := (*[2]int)(s)
	fmt.Println(p)
}
