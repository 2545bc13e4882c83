package main

import "fmt"

func main() {
	n, c := 4, 2
	fmt.Println(len(make([]int, n, c)))
}
