// flags: --virtual-time

package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	since := func(t time.Time) time.Duration { return t.Sub(start).Round(100 * time.Millisecond) }
	wall := func(t time.Time) time.Duration { return t.Round(0).Sub(start.Round(0)).Round(100 * time.Millisecond) }
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			time.Sleep(time.Duration(3-i) * 200 * time.Millisecond)
			fmt.Println("woken", i, since(time.Now()), wall(time.Now()))
		})
	}
	ticker := time.NewTicker(500 * time.Millisecond)
	for range 2 {
		t := <-ticker.C
		fmt.Println("tick", since(t), wall(t))
	}
	ticker.Stop()
	wg.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), since(time.Now()))
	at := make(chan time.Time)
	time.AfterFunc(200*time.Millisecond, func() { at <- time.Now() })
	t := <-at
	fmt.Println("called", since(t), wall(t), time.Since(start).Round(100*time.Millisecond))
}
