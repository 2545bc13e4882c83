package main

import (
	"fmt"
	"sync"
)

func add(deltas ...int) {
	defer func() { fmt.Println(deltas, recover()) }()
	var wg sync.WaitGroup
	for _, d := range deltas {
		wg.Add(d)
	}
	wg.Wait()
}

func main() {
	add(1<<62, 1<<62)
	add(1<<31-1, 1)
	add(1 << 31)
	add(1<<32+1, -1)
	add(-1 << 32)
	add(1, -2)
}
