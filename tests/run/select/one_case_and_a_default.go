package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func main() {
	c := make(chan int, 2)
	sent, full := 0, 0
	for i := range 5 {
		select {
		case c <- i:
			sent++
		default:
			full++
		}
	}
	got := 0
	for range 5 {
		select {
		case v, ok := <-c:
			got += v + 1
			_ = ok
		default:
			got += 100
		}
	}
	close(c)
	for range 2 {
		select {
		case v, ok := <-c:
			fmt.Println(v, ok)
		default:
			fmt.Println("default")
		}
	}
	var nc chan int
	select {
	case <-nc:
	default:
		fmt.Println("nil", sent, full, got)
	}
	try("send closed", func() {
		select {
		case c <- 1:
		default:
		}
	})
}
