package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer fmt.Println("deferred")
		panic("wg")
	})
	wg.Wait()
	fmt.Println("never")
}
