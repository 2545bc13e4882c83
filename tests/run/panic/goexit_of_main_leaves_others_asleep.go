// As long as there are others, they are what is told.
package main

import (
	"runtime"
	"time"
)

func main() {
	go func() {
		time.Sleep(time.Millisecond)
		select {}
	}()
	runtime.Goexit()
}
