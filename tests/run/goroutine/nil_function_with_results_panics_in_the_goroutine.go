package main

import (
	"fmt"
	"runtime"
)

func main() {
	var f func() error
	go f()
	fmt.Println("main goes on")
	runtime.Gosched()
	select {}
}
