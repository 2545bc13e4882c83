// Select: two million values from four senders to one receiver.
package main

import "fmt"

func send(ch chan<- int, n int) {
	for i := range n {
		ch <- i
	}
	close(ch)
}

func main() {
	const n = 500_000 // quick: 50_000
	a, b, c, d := make(chan int), make(chan int), make(chan int), make(chan int)
	go send(a, n)
	go send(b, n)
	go send(c, n)
	go send(d, n)
	sum, open := 0, 4
	for open > 0 {
		var v int
		var ok bool
		select {
		case v, ok = <-a:
			if !ok {
				a = nil
			}
		case v, ok = <-b:
			if !ok {
				b = nil
			}
		case v, ok = <-c:
			if !ok {
				c = nil
			}
		case v, ok = <-d:
			if !ok {
				d = nil
			}
		}
		if !ok {
			open--
			continue
		}
		sum += v
	}
	fmt.Println(sum)
}
