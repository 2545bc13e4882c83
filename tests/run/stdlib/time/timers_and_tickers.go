package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(time.Since(start) >= 2*time.Millisecond, time.Until(start) < 0, start.Before(time.Now()))
	time.Sleep(0)
	time.Sleep(-1)

	t := time.NewTimer(time.Millisecond)
	at := <-t.C
	fmt.Println(at.Sub(start) >= 3*time.Millisecond, t.Stop(), t.Reset(time.Hour), t.Stop(), t.Stop())
	fmt.Println(len(t.C), cap(t.C))

	// What was not received is gone after Stop or Reset.
	t = time.NewTimer(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(t.C), t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	t.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	t.Reset(time.Hour)
	select {
	case <-t.C:
		fmt.Println("stale")
	case <-time.After(2 * time.Millisecond):
		fmt.Println("nothing")
	}

	done := make(chan string)
	f := time.AfterFunc(time.Millisecond, func() { done <- "called" })
	fmt.Println(<-done, f.C == nil, f.Stop(), f.Reset(time.Millisecond))
	fmt.Println(<-done)
	f = time.AfterFunc(time.Hour, func() { panic("no") })
	fmt.Println(f.Stop())

	ticker := time.NewTicker(time.Millisecond)
	last := time.Time{}
	for range 3 {
		at := <-ticker.C
		fmt.Println(at.After(last))
		last = at
	}
	ticker.Reset(2 * time.Millisecond)
	<-ticker.C
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("tick")
	case <-time.After(6 * time.Millisecond):
		fmt.Println("stopped")
	}
	fmt.Println(time.Tick(0) == nil, (<-time.Tick(time.Millisecond)).IsZero())

	for i, f := range []func(){
		func() { time.NewTicker(0) },
		func() { ticker.Reset(-1) },
		func() { (&time.Timer{}).Stop() },
		func() { (&time.Timer{}).Reset(1) },
		func() { (&time.Ticker{}).Stop() },
		func() { (&time.Ticker{}).Reset(1) },
	} {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			f()
		}()
	}
}
