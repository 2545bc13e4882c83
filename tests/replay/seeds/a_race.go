// Two goroutines move money without a lock: in some orders some is lost.
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	balance := 100
	done := make(chan bool)
	for _, amount := range []int{30, -20, 50} {
		go func() {
			read := balance
			if time.Now().UnixNano() > 0 {
				runtime.Gosched()
			}
			balance = read + amount
			done <- true
		}()
		if amount > 0 {
			runtime.Gosched()
		}
	}
	for range 3 {
		<-done
	}
	if balance != 160 {
		fmt.Println("balance", balance, "at", time.Now().UnixNano())
		panic("money was lost")
	}
	fmt.Println("all is well")
	os.Exit(0)
}
