package main

import (
	"fmt"
	"iter"
	"runtime"
)

func main() {
	count := func(what string) { fmt.Println(what, runtime.NumGoroutine()) }
	three := func(yield func(int) bool) { _ = yield(1) && yield(2) && yield(3) }
	count("at first")
	next, stop := iter.Pull(three)
	count("pulled")
	next()
	count("a value")
	next2, stop2 := iter.Pull2(func(yield func(int, string) bool) { yield(1, "a") })
	count("another")
	stop()
	stop()
	count("stopped")
	next2()
	next2()
	count("at its end")
	next2()
	stop2()
	count("and stopped")
	_, stop = iter.Pull(three)
	stop()
	count("never begun")
	next, _ = iter.Pull(func(yield func(int) bool) { panic("dies") })
	func() {
		defer func() { fmt.Println(recover()) }()
		next()
	}()
	count("panicked")
}
