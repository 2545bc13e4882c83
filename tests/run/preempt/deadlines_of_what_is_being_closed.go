// flags: --preempt=3
package main

import (
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

// SetDeadline beside Close: the process dies with "out of memory" (entry -1 of a table).
//go:noinline
func step(i int) string { return fmt.Sprint(i) }

func main() {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	for k := range 40 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			panic(err)
		}
		r, w, _ := os.Pipe()
		var wg sync.WaitGroup
		for g := range 3 {
			wg.Go(func() {
				if g == 2 {
					for i := range k / 2 {
						step(i)
					}
					c.Close()
					r.Close()
					w.Close()
				} else {
					c.SetDeadline(time.Now().Add(time.Hour))
					r.SetReadDeadline(time.Now().Add(time.Hour))
				}
			})
		}
		wg.Wait()
	}
	fmt.Println("ok")
}
