package main

import (
	"fmt"
	"sync"
)

type Sig chan struct{}
type In <-chan int
type Out chan<- int

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}

func gen(n int) In {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i
		}
	}()
	return c
}

func main() {
	c := make(chan int, 3)
	var in In = c
	var out Out = c
	var in2 <-chan int = in
	out <- 1
	c <- 2
	fmt.Println(len(c), cap(in), len(out), <-in, in2 == in, (<-chan int)(c) == in2)
	close(out)
	v, ok := <-c
	w, ok2 := <-in
	fmt.Println(v, ok, w, ok2, <-c, len(c))
	for x := range gen(4) {
		fmt.Print(x, " ")
	}
	fmt.Println()
	try(func() { c <- 1 })
	try(func() { close(c) })
	try(func() { var c chan int; close(c) })
	try(func() { n := -1; _ = make(chan int, n) })
	var nilc chan int
	fmt.Println(nilc == nil, len(nilc), cap(nilc))
	select {
	case nilc <- 1:
	case <-nilc:
	default:
		fmt.Println("nil never ready")
	}
	select {
	case v, ok := <-c:
		fmt.Println("closed is always ready", v, ok)
	default:
		fmt.Println("no")
	}
	// Channels of channels, of functions, of structs by value.
	cc := make(chan chan<- string, 1)
	r := make(chan string, 1)
	cc <- r
	(<-cc) <- "reply"
	fmt.Println(<-r)
	cf := make(chan func() int, 2)
	cf <- func() int { return 7 }
	fmt.Println((<-cf)())
	type T struct {
		a [2]int
		p *int
	}
	ct := make(chan T, 2)
	t := T{a: [2]int{1, 2}}
	ct <- t
	t.a[0] = 100
	u := <-ct
	fmt.Println(u.a, t.a)
	ce := make(chan any, 4)
	ce <- nil
	ce <- 1
	ce <- "s"
	ce <- error(nil)
	close(ce)
	for x := range ce {
		fmt.Printf("%T ", x)
	}
	fmt.Println()
	// Comparison and map keys.
	m := map[any]int{c: 1, nilc: 2}
	var d Sig = make(Sig)
	fmt.Println(m[c], m[(chan int)(nil)], any(d) == any((chan struct{})(d)), c == c, d != nil)
	var wg sync.WaitGroup
	res := make([]int, 5)
	start := make(Sig)
	for i := range res {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			res[i] = i * i
		}()
	}
	close(start)
	wg.Wait()
	fmt.Println(res)
	x := make(chan int)
	done := make(chan bool)
	go func() {
		for {
			select {
			case v, ok := <-x:
				if !ok {
					done <- true
					return
				}
				fmt.Print(v, ",")
			}
		}
	}()
	for i := range 3 {
		x <- i
	}
	close(x)
	fmt.Println(<-done)
	fmt.Printf("%T %T %T %T %T %T\n", in, out, cc, make(chan (<-chan int)), make(chan<- (chan int)), make(<-chan <-chan int))
	var a [2]chan int
	for i := range a {
		a[i] = make(chan int, 1)
	}
	i := 0
	next := func() int { i++; return i - 1 }
	a[next()] <- next() + 10
	fmt.Println(<-a[0], - <-func() chan int { c := make(chan int, 1); c <- 5; return c }())
}
