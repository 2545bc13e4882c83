// What the clocks and the system's chance say is in the recording.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"time"
)

func main() {
	begin := time.Now()
	fmt.Println(begin.UnixNano(), rand.Int63(), rand.Intn(100), os.Getpid())
	done := make(chan string)
	for i := range 3 {
		go func() {
			time.Sleep(time.Duration(rand.Intn(3000)) * time.Microsecond)
			done <- fmt.Sprint(i, " after ", time.Since(begin))
		}()
	}
	tick := time.NewTicker(time.Millisecond)
	for left := 3; left > 0; {
		select {
		case s := <-done:
			fmt.Println(s)
			left--
		case at := <-tick.C:
			fmt.Println(at.Format(time.RFC3339Nano))
		}
	}
	dir, _ := os.Getwd()
	fmt.Println(dir, os.Getenv("HOME"), len(os.Args))
}
