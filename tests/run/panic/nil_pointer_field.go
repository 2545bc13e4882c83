package main

import "fmt"

type node struct {
	val  int
	next *node
}

func main() {
	var p *node
	fmt.Println(p.val)
}
