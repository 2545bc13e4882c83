package main

import (
	"fmt"
	"sync"
	"time"
)

func show(s string) string { fmt.Print(s, " "); return s }
func ch(s string, c chan int) chan int {
	fmt.Print(s, " ")
	return c
}
func val(s string, v int) int { fmt.Print(s, " "); return v }

type point struct{ x, y int }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	var none chan int
	// All channels and values to send are evaluated, in order.
	select {
	case ch("none", none) <- val("v1", 1):
	case ch("a", a) <- val("v2", 2):
		fmt.Println("sent")
	case <-ch("b", b):
		fmt.Println("received")
	}
	// Targets only when chosen.
	arr := [3]int{}
	idx := func() int { fmt.Print("idx "); return 1 }
	var ok bool
	select {
	case arr[idx()], ok = <-a:
		fmt.Println(arr, ok)
	case arr[2] = <-b:
	}
	m := map[string]point{}
	cp := make(chan point, 1)
	cp <- point{1, 2}
	select {
	case m["p"] = <-cp:
	}
	var px any
	cp <- point{3, 4}
	select {
	case px = <-cp:
	}
	fmt.Println(m, px)
	close(a)
	n := 0
	for range 3 {
		select {
		case v, ok := <-a:
			n++
			fmt.Print(v, ok, " ")
		}
	}
	fmt.Println(n)
	select {
	case <-none:
	default:
		fmt.Println("default")
	}
loop:
	for i := 0; ; i++ {
		select {
		case b <- i:
			if i > 0 {
				continue
			}
			break
		case v := <-b:
			fmt.Println("got", v)
			if v == 2 {
				break loop
			}
		}
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case a <- 1:
		default:
		}
	}()
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-none:
	}
	// The function value and arguments of a go statement are evaluated at once.
	var wg sync.WaitGroup
	x := 1
	f := func(n int, s string) { defer wg.Done(); fmt.Println("go", n, s) }
	wg.Add(1)
	go f(x, show("arg"))
	x, f = 2, nil
	wg.Wait()
	wg.Add(1)
	p := &point{1, 2}
	go p.print(&wg)
	wg.Wait()
	wg.Add(1)
	go func(p point) { defer wg.Done(); fmt.Println(p) }(*p)
	p.x = 9
	wg.Wait()
	done := make(chan struct{})
	go close(done)
	<-done
	defer fmt.Println("last")
	func() {
		defer func() { fmt.Println("rec", recover() != nil) }()
		var g func()
		defer g()
		fmt.Println("before")
	}()
	results := make(chan int)
	for i := range 3 {
		go func() { results <- i * i }()
	}
	sum := 0
	for range 3 {
		sum += <-results
	}
	fmt.Println(sum)
}

func (p point) print(wg *sync.WaitGroup) { fmt.Println(p); wg.Done() }
