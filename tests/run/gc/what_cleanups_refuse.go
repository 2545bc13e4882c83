package main

import (
	"fmt"
	"runtime"
)

type T struct {
	a *int
	b int
}

var global T

func refused(what string, f func()) {
	defer func() { fmt.Printf("%s: %#v\n", what, recover()) }()
	f()
}

func main() {
	t, s := new(T), make([]T, 5)
	var none *T
	refused("equal", func() { runtime.AddCleanup(t, func(*T) {}, t) })
	refused("inner", func() { runtime.AddCleanup(&t.b, func(*T) {}, t) })
	refused("both inner", func() { runtime.AddCleanup(&t.b, func(*int) {}, &t.b) })
	refused("neighbour", func() { runtime.AddCleanup(&s[2], func(*T) {}, &s[1]) })
	refused("nil", func() { runtime.AddCleanup(none, func(int) {}, 1) })
	refused("both nil", func() { runtime.AddCleanup(none, func(*T) {}, nil) })
	refused("equal global", func() { runtime.AddCleanup(&global, func(*T) {}, &global) })
	refused("global", func() { runtime.AddCleanup(&global, func(int) {}, 1) })
	refused("in an interface", func() { runtime.AddCleanup(t, func(any) {}, any(t)) })
	refused("no size", func() { runtime.AddCleanup(&struct{}{}, func(int) {}, 1) })
	runtime.KeepAlive(t)
	runtime.KeepAlive(s)
}
