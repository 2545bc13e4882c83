package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	made := 0
	pool := sync.Pool{New: func() any {
		made++
		return &made
	}}
	get := func() { fmt.Println(pool.Get() != nil, made) }

	x := "kept"
	pool.Put(&x)
	runtime.GC()
	fmt.Println(*pool.Get().(*string)) // the first collection does not drop it
	get()

	pool.Put(&x)
	runtime.GC()
	runtime.GC()
	get()

	pool.Put(&x)
	debug.FreeOSMemory()
	debug.FreeOSMemory()
	get()
}
