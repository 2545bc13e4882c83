package main

import (
	"errors"
	"runtime"
	"time"
)

type T struct{ s []string }

func set() {
	runtime.SetFinalizer(&T{}, func(*T) { panic(errors.New("in a finalizer")) })
}

func main() {
	defer func() { recover() }()
	set()
	runtime.GC()
	time.Sleep(time.Second)
	println("not reached")
}
