package main

import (
	"fmt"
	"iter"
	"runtime"
	"sync"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func seq(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("seq over")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(seq(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(seq(2))
	for {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Println(v)
	}
	stop()
	next, stop = iter.Pull(func(yield func(int) bool) { yield(1); panic("boom") })
	fmt.Println(next())
	try("next", func() { next() })
	fmt.Println(next())
	next, stop = iter.Pull(func(yield func(int) bool) {
		_, ok := next()
		fmt.Println("inner", ok)
	})
	try("reentrant", func() { next() })
	next, stop = iter.Pull(func(yield func(int) bool) { defer func() { panic("in stop") }(); yield(1) })
	next()
	try("stop", stop)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		nx, st := iter.Pull(func(yield func(int) bool) { yield(1); runtime.Goexit() })
		defer st()
		fmt.Println(nx())
		nx()
		fmt.Println("not reached")
	}()
	wg.Wait()
}
