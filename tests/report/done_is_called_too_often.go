package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	for range 3 {
		wg.Done()
	}
}
