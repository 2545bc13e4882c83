package main

import "runtime"

type T struct{ s []string }

func set(c chan int) {
	runtime.SetFinalizer(&T{}, func(t *T) { c <- 1; <-c })
}

func main() {
	c := make(chan int)
	set(c)
	runtime.GC()
	<-c
	set(c)
	runtime.GC()
	<-c
}
