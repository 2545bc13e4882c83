package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	fmt.Println(runtime.NumGoroutine())
	var wg sync.WaitGroup
	stop := make(chan bool)
	for range 10 {
		wg.Go(func() { <-stop })
	}
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	wg.Wait()
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred", recover())
		func() {
			defer fmt.Println("inner")
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	wg.Wait()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.NumGC > 0, m.Sys > 0, runtime.NumCPU() > 0, runtime.GOOS != "", runtime.GOARCH != "", runtime.Version() != "")
	runtime.KeepAlive(&m)
	runtime.SetFinalizer(&m, nil)
	debug.FreeOSMemory()
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
	runtime.LockOSThread()
	runtime.UnlockOSThread()
}
