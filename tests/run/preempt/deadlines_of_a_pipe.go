// flags: --preempt=5
package main

import (
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

func main() {
	bad := 0
	var mu sync.Mutex
	for range 20 {
		a, _ := net.Pipe()
		var wg sync.WaitGroup
		for g := range 6 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				defer func() {
					if r := recover(); r != nil {
						mu.Lock()
						bad++
						fmt.Println("panic:", r)
						mu.Unlock()
					}
				}()
				for i := range 5 {
					if (i+g)%3 == 0 {
						a.SetDeadline(time.Time{})
					} else {
						a.SetReadDeadline(time.Now().Add(-time.Second))
					}
				}
				a.SetReadDeadline(time.Now().Add(-time.Second))
			}()
		}
		wg.Wait()
		if _, err := a.Read(make([]byte, 1)); !os.IsTimeout(err) {
			fmt.Println("err", err)
			bad++
		}
		a.Close()
	}
	if bad > 0 {
		fmt.Println("FAIL", bad)
		os.Exit(1)
	}
	fmt.Println("ok")
}
