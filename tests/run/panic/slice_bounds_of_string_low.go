package main

import "fmt"

func main() {
	s := "abc"
	i := 4
	fmt.Println(s[i:])
}
