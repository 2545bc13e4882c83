package main

import "fmt"

func main() {
	p := &[2]string{"a"}
	i := 2
	fmt.Println(p[i])
}
