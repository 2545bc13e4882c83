package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() {
		defer func() {
			defer func() { panic(fmt.Sprint("z", recover())) }()
			runtime.Goexit()
		}()
		panic("first")
	}()
	select {}
}
