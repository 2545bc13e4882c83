package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.SetBlockProfileRate(0)
	fmt.Println(runtime.SetMutexProfileFraction(0))
	fmt.Println(runtime.BlockProfile(nil))
	fmt.Println(runtime.MutexProfile(nil))
	r := runtime.MemProfileRecord{AllocBytes: 5, FreeBytes: 2, AllocObjects: 3, Stack0: [32]uintptr{7, 8}}
	fmt.Println(r.InUseBytes(), r.InUseObjects(), r.Stack())
	var b runtime.BlockProfileRecord
	fmt.Println(b.Count, b.Stack())
}
