// Trees of contexts that are cancelled at their root: 100 trees of 1,000 goroutines.
package main

import (
	"context"
	"fmt"
	"sync"
)

func grow(ctx context.Context, depth int, wg *sync.WaitGroup, ended *int) {
	defer wg.Done()
	if depth > 0 {
		for range 10 {
			child, cancel := context.WithCancel(ctx)
			defer cancel()
			wg.Add(1)
			go grow(child, depth-1, wg, ended)
		}
	}
	<-ctx.Done()
	*ended++
}

func main() {
	ended := 0
	for range 100 { // quick: 80
		ctx, cancel := context.WithCancel(context.Background())
		var wg sync.WaitGroup
		wg.Add(1)
		go grow(ctx, 3, &wg, &ended)
		started := make(chan bool)
		go func() { started <- true }()
		<-started
		cancel()
		wg.Wait()
	}
	fmt.Println(ended)
}
