package main

import (
	"fmt"
	"runtime/debug"
)

func down(n int) int {
	if n == 0 {
		return 0
	}
	return down(n-1) + 1
}

func main() {
	fmt.Println(debug.SetMaxStack(64 << 20))
	fmt.Println(down(10_000))
	fmt.Println(debug.SetMaxStack(1 << 20))
	fmt.Println(down(1000))
	fmt.Println(down(10_000_000))
}
