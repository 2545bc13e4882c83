package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
}

func withContext(ctx context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &group{cancel: cancel}, ctx
}

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}

func (g *group) Wait() error {
	g.wg.Wait()
	g.cancel()
	return g.err
}

func main() {
	g, ctx := withContext(context.Background())
	for i := range 5 {
		g.Go(func() error {
			if i == 3 {
				return errors.New("task 3 failed")
			}
			<-ctx.Done()
			return ctx.Err()
		})
	}
	fmt.Println(g.Wait())
	g, _ = withContext(context.Background())
	n := make(chan int, 3)
	for i := range 3 {
		g.Go(func() error { n <- i; return nil })
	}
	fmt.Println(g.Wait(), len(n))
}
