package main

import "fmt"

func main() {
	s := make([]int, 2, 4)
	j, k := 4, 3
	fmt.Println(s[0:j:k])
}
