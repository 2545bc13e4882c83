package main

import (
	"fmt"
	"sync"
)

func work(n int, wg *sync.WaitGroup) {
	if n == 2 {
		return
	}
	fmt.Println("worked", n)
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	for n := range 3 {
		wg.Add(1)
		go work(n, &wg)
	}
	wg.Wait()
}
