package main

import "runtime"

type T struct{ a, b *int }

func main() {
	t := make([]T, 3)
	runtime.SetFinalizer(&t[0], func(*T) { println("not called") })
	runtime.SetFinalizer(&t[1], nil)
	runtime.KeepAlive(t)
}
