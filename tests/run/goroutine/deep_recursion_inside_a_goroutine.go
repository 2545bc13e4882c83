package main

import "fmt"

type node struct {
	l, r *node
	v    int
}

func build(d int) *node {
	if d == 0 {
		return nil
	}
	return &node{build(d - 1), build(d - 1), d}
}

func (n *node) walk(ch chan<- int) {
	if n == nil {
		return
	}
	n.l.walk(ch)
	ch <- n.v
	n.r.walk(ch)
}

func sum(n int, ch chan int) int {
	if n == 0 {
		return <-ch
	}
	return n + sum(n-1, ch)
}

func main() {
	ch := make(chan int)
	go func() {
		build(12).walk(ch)
		close(ch)
	}()
	n, t := 0, 0
	for v := range ch {
		n++
		t += v
	}
	fmt.Println(n, t)
	in, out := make(chan int), make(chan int)
	for range 3 {
		go func() { out <- sum(10000, in) }()
	}
	for i := range 3 {
		in <- i
	}
	fmt.Println(<-out + <-out + <-out)
}
