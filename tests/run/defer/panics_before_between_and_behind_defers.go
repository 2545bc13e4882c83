package main

import (
	"fmt"
	"runtime"
	"sync"
)

type box struct {
	n  int
	mu sync.Mutex
	rw sync.RWMutex
}

func fail(at, now int) {
	if at == now {
		panic(fmt.Sprint("at ", now))
	}
	if at == -now {
		runtime.Goexit()
	}
}

func (b *box) work(at int) (r int) {
	fail(at, 1)
	if b == nil {
		return -1
	}
	b.mu.Lock()
	fail(at, 100)
	defer b.mu.Unlock()
	fail(at, 2)
	for i := range 3 {
		fail(at, 10+i)
	}
	b.rw.RLock()
	defer b.rw.RUnlock()
	fail(at, 3)
	defer func() { fail(at, 4); b.n++ }()
	if at == 5 {
		return b.n
	}
	b.n++
	fail(at, 6)
	c := b
	c.n++
	return c.n
}

func (b *box) outer(at int) int {
	fail(at, 7)
	x := b.work(at)
	defer fail(at, 8)
	fail(at, 9)
	y := b.work(0)
	return x + y
}

func (b *box) other(at int) int {
	d := b
	if at == 20 {
		d = new(box)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d = nil
	fail(at, 21)
	var e *box
	if at == 22 {
		e.mu.Lock()
	}
	if at == 23 {
		defer1(e)
	}
	return 1
}

func defer1(e *box) {
	defer e.rw.Unlock()
	e.rw.Lock()
}

func try(b *box, at int, f func(int) int) {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println(at, recover(), b.mu.TryLock(), b.rw.TryLock()); b.mu, b.rw = sync.Mutex{}, sync.RWMutex{} }()
		fmt.Println(f(at))
	}()
	<-done
}

func main() {
	b := new(box)
	for _, at := range []int{0, 1, -1, 2, -2, 10, 12, -11, 3, -3, 4, -4, 5, 6, -6, 7, -7, 8, -8, 9, -9, 100} {
		try(b, at, b.work)
		try(b, at, b.outer)
	}
	for _, at := range []int{0, 20, 21, -21, 22, 23} {
		try(b, at, b.other)
	}
	var none *box
	fmt.Println(none.work(0), b.n)
}
