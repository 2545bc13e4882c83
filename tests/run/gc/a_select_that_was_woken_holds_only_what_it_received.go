// flags: --gc-stress
package main

// A select that waits for several values, and goes on with one of them: what lay where the others would have come to is nothing.

import (
	"fmt"
	"runtime"
)

type conn struct{ name, peer any }

func accept(conns chan any, more chan *conn, done chan struct{}) any {
	select {
	case c := <-conns:
		return c
	case c := <-more:
		return c.name
	case <-done:
		return nil
	}
}

func serve(conns chan any, more chan *conn, done chan struct{}, over chan int) {
	n := 0
	for accept(conns, more, done) != nil {
		n++
	}
	over <- n
}

func main() {
	conns, more, done, over := make(chan any), make(chan *conn), make(chan struct{}), make(chan int)
	go serve(conns, more, done, over)
	for i := range 3 {
		conns <- conn{i, [2]int{i, i}}
		runtime.Gosched()
		more <- &conn{fmt.Sprint("m", i), nil}
		// It can go on, and has not.
		runtime.GC()
		runtime.Gosched()
		runtime.GC()
	}
	close(done)
	runtime.GC()
	fmt.Println(<-over)
}
