package main

import (
	"fmt"
	"sync"
)

type t struct{ n int }

func (v t) val(wg *sync.WaitGroup, out *[]int)  { *out = append(*out, v.n); wg.Done() }
func (p *t) ptr(wg *sync.WaitGroup, out *[]int) { *out = append(*out, p.n); wg.Done() }

func arg(n int) int { fmt.Println("arg", n); return n }

func main() {
	var wg sync.WaitGroup
	var a, b []int
	v := t{1}
	wg.Add(1)
	go v.val(&wg, &a)
	v.n = 2
	wg.Wait()
	wg.Add(1)
	go v.ptr(&wg, &b)
	wg.Wait()
	fmt.Println(a, b)
	x := 1
	wg.Add(1)
	go func(y int) {
		defer wg.Done()
		fmt.Println(x, y)
	}(arg(x))
	wg.Wait()
	f := func() { fmt.Println("f1"); wg.Done() }
	wg.Add(1)
	go f()
	f = nil
	wg.Wait()
	ch := make(chan int, 1)
	go close(ch)
	<-ch
	m := map[int]int{1: 1}
	wg.Add(1)
	go func() { delete(m, 1); wg.Done() }()
	wg.Wait()
	fmt.Println(len(m))
}
