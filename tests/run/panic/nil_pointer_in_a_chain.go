package main

type node struct {
	val  int
	next *node
}

func main() {
	n := &node{}
	n.next.next.val = 3
}
