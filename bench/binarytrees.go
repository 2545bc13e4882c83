// Allocation and collection: binary trees of depth 14.
package main

import "fmt"

type node struct{ left, right *node }

func build(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{build(depth - 1), build(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	const most = 14 // quick: 12
	long := build(most)
	for depth := 4; depth <= most; depth += 4 {
		trees := 1 << (most - depth + 4)
		sum := 0
		for i := 0; i < trees; i++ {
			sum += build(depth).count()
		}
		fmt.Println(trees, depth, sum)
	}
	fmt.Println(long.count())
}
