package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	done := make(chan bool, 1)
	for range 200000 {
		done <- true
		select {
		case <-done:
		case <-time.After(time.Hour):
			fmt.Println("too late")
		}
	}
	held := time.After(20 * time.Millisecond)
	ticker := time.NewTicker(10 * time.Millisecond).C
	time.NewTicker(time.Millisecond)
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.Alloc < 20<<20)
	<-ticker
	runtime.GC()
	<-ticker
	<-held
	fmt.Println("held")
}
