package main

import (
	"fmt"
	"sort"
	"sync"
)

type barrier struct {
	mu    sync.Mutex
	n     int
	count int
	gate  chan struct{}
}

func (b *barrier) wait() {
	b.mu.Lock()
	b.count++
	if b.count == b.n {
		close(b.gate)
		b.count, b.gate = 0, make(chan struct{})
		b.mu.Unlock()
		return
	}
	g := b.gate
	b.mu.Unlock()
	<-g
}

func main() {
	const n, rounds = 4, 3
	b := &barrier{n: n, gate: make(chan struct{})}
	var mu sync.Mutex
	var log []int
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			for r := range rounds {
				mu.Lock()
				log = append(log, r*10+i)
				mu.Unlock()
				b.wait()
			}
		})
	}
	wg.Wait()
	for r := range rounds {
		part := log[r*n : (r+1)*n]
		sort.Ints(part)
		fmt.Println(part)
	}
}
