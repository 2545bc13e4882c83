// Bodies of ranges over functions are counted apart from literals.
package main

import (
	"fmt"
	"runtime"
)

func where() {
	pc, _, _, _ := runtime.Caller(1)
	fmt.Println(runtime.FuncForPC(pc).Name())
}

func seq(y func(int) bool) { y(1) }

type T struct{}

func (t *T) m() {
	for range seq {
		where()
		func() { where() }()
		for range seq {
			where()
			func() { where(); func() { where() }() }()
		}
	}
	func() { where() }()
}

func gen[X any](x X) {
	f := func() { where() }
	f()
	for range seq {
		where()
	}
	g := func() { for range seq { where() } }
	g()
}

func init() {
	f := func() { where() }
	f()
}

func init() {
	for range seq {
		where()
	}
}

//go:noinline
func call(f func()) { f() }

func main() {
	call(func() { where() })
	for range seq {
		where()
		call(func() { where(); call(func() { where() }) })
	}
	defer where()
	defer func() { where() }()
	call(func() {
		call(func() { where() })
		for range seq {
			where()
			call(func() { where() })
		}
	})
	for range seq {
		where()
	}
	(&T{}).m()
	gen(1)
	done := make(chan bool)
	go func() { where(); done <- true }()
	<-done
	x := struct{ f func() }{func() { where() }}
	x.f()
}
