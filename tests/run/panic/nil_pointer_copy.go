package main

import "fmt"

func main() {
	var p *[100]int
	a := *p
	fmt.Println(a[0])
}
