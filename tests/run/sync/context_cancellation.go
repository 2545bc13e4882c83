package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func worker(ctx context.Context, n int, out chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	out <- fmt.Sprint("worker ", n, " ", ctx.Err())
}

func main() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), key("k"), "v"))
	fmt.Println(ctx.Value(key("k")), ctx.Value("k"), ctx.Err())
	out := make(chan string, 3)
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(ctx, 1, out, &wg)
	child, cancel2 := context.WithCancelCause(ctx)
	cancel()
	wg.Wait()
	fmt.Println(<-out, child.Err(), context.Cause(child))
	cancel2(errors.New("late"))
	ctx, cancel = context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	_, has := ctx.Deadline()
	fmt.Println(has)
	c3, cancel3 := context.WithCancelCause(context.TODO())
	cancel3(errors.New("my cause"))
	fmt.Println(c3.Err(), context.Cause(c3))
	stop := context.AfterFunc(c3, func() { out <- "after func" })
	fmt.Println(<-out, stop())
	fmt.Println(context.Background(), context.WithoutCancel(c3).Err())
}
