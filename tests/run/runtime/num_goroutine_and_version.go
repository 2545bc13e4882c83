package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumGoroutine())
	stop := make(chan bool)
	for range 3 {
		go func() { <-stop }()
	}
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	runtime.GC()
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() > 0, len(runtime.Version()) > 2)
	var e runtime.Error
	func() {
		defer func() { e = recover().(runtime.Error) }()
		var s []int
		_ = s[3]
	}()
	fmt.Println(e)
}
