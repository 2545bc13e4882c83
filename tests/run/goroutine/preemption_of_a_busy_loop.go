package main

import "fmt"

func main() {
	stop := make(chan bool)
	count := 0
	go func() {
		for {
			count++
			select {
			case <-stop:
				return
			default:
			}
		}
	}()
	x := 0
	for i := range 3_000_000 {
		x += i & 1
	}
	stop <- true
	fmt.Println(x, count > 0)
}
