package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"
)

var bg = context.Background()

func discarded() context.Context {
	ctx, _ := context.WithCancel(bg)
	return ctx
}

func discardedVar() context.Context {
	var ctx, _ = context.WithTimeout(bg, time.Second)
	return ctx
}

func neverUsed() {
	ctx, cancel := context.WithCancel(bg)
	fmt.Println(ctx)
	if false {
		cancel()
	}
}

func deferred() {
	ctx, cancel := context.WithTimeout(bg, time.Second)
	defer cancel()
	fmt.Println(ctx)
}

func oneWay(b bool) error {
	ctx, cancel := context.WithDeadline(bg, time.Now())
	if b {
		return errors.New("early")
	}
	fmt.Println(ctx)
	cancel()
	return nil
}

func bothWays(b bool) {
	ctx, cancel := context.WithCancelCause(bg)
	if b {
		cancel(nil)
	} else {
		cancel(errors.New("no"))
	}
	fmt.Println(ctx)
}

func passedOn() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(bg)
	return ctx, cancel
}

func named() (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithCancel(bg)
	return
}

func loop(n int) {
	ctx, cancel := context.WithCancel(bg)
	for i := 0; i < n; i++ {
		if i == 3 {
			return
		}
		if i == 4 {
			break
		}
	}
	fmt.Println(ctx)
	cancel()
}

func inClosure() func() {
	ctx, cancel := context.WithCancel(bg)
	_ = ctx
	return func() { cancel() }
}

func literal() {
	f := func(b bool) {
		ctx, cancel := context.WithCancel(bg)
		if b {
			return
		}
		_ = ctx
		cancel()
	}
	f(true)
}

func panics(b bool) {
	ctx, cancel := context.WithCancel(bg)
	if b {
		panic("no way out")
	}
	_ = ctx
	cancel()
}

func exits(b int) {
	ctx, cancel := context.WithCancel(bg)
	switch b {
	case 0:
		os.Exit(1)
	case 1:
		log.Fatal("gone")
	case 2:
		die()
	case 3:
		fmt.Println("falls out")
	default:
		cancel()
	}
	_ = ctx
}

func die() {
	fmt.Println("dying")
	os.Exit(3)
}

func selects(c, d chan int) {
	ctx, cancel := context.WithCancel(bg)
	select {
	case <-c:
		cancel()
	case v := <-d:
		fmt.Println(v, ctx)
	}
}

func gotos(n int) {
	ctx, cancel := context.WithCancel(bg)
again:
	n--
	if n > 0 {
		goto again
	}
	if n < -5 {
		goto out
	}
	cancel()
out:
	_ = ctx
}

func varDecl(b bool) {
	var ctx, cancel = context.WithCancel(bg)
	if b {
		return
	}
	_ = ctx
	cancel()
}

func assigned(b bool) {
	var ctx context.Context
	var cancel func()
	ctx, cancel = context.WithCancel(bg)
	if b && ctx != nil || cancel == nil {
		return
	}
	cancel()
}

var keep context.CancelFunc

func global() context.Context {
	var ctx context.Context
	ctx, keep = context.WithCancel(bg)
	return ctx
}

func ranges(list []int) {
	for range list {
		ctx, cancel := context.WithCancel(bg)
		_ = ctx
		if len(list) > 2 {
			continue
		}
		cancel()
	}
}

func endless(c chan int) {
	ctx, cancel := context.WithCancel(bg)
	_ = cancel
	for {
		select {
		case <-ctx.Done():
			return
		case <-c:
		}
	}
}

func falls(n int) {
	ctx, cancel := context.WithCancel(bg)
	_ = ctx
	switch {
	case n > 1:
		fallthrough
	case n > 0:
		cancel()
	case n < 0:
		return
	}
}

func main() {
	ctx, cancel := context.WithCancel(bg)
	if len(os.Args) > 10 {
		cancel()
	}
	fmt.Println(ctx)
}
