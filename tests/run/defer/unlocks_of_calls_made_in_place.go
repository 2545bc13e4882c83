// Small methods that unlock what they locked when they end, however they end.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type box struct {
	mu    sync.Mutex
	items []int
	next  *box
}

func (b *box) at(i int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.items[i]
}

func (b *box) add(x int) (int, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if x < 0 {
		return len(b.items), false
	}
	if x == 99 {
		panic("refused")
	}
	b.items[0] += x
	return b.items[0], true
}

// A small function in a small function; each has its lock.
func (b *box) both(i int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.items[i] + b.next.at(i)
}

func (b *box) free() bool {
	if b.mu.TryLock() {
		b.mu.Unlock()
		return true
	}
	return false
}

type shared struct {
	sync.RWMutex
	m map[any]int
}

func (s *shared) get(k any) int {
	s.RLock()
	defer s.RUnlock()
	return s.m[k]
}

func (s *shared) set(k any, v int) {
	s.Lock()
	defer s.Unlock()
	s.m[k] = v
}

type pair struct {
	a, b sync.Mutex
	n    int
}

func (p *pair) run(d int) int {
	p.a.Lock()
	defer p.a.Unlock()
	x := 12 / d
	p.b.Lock()
	defer p.b.Unlock()
	p.n += x
	return p.n / (d - 1)
}

func (p *pair) free() string {
	s := ""
	if p.a.TryLock() {
		s += "a"
		p.a.Unlock()
	}
	if p.b.TryLock() {
		s += "b"
		p.b.Unlock()
	}
	return s
}

func try(what string, f func()) {
	defer func() {
		fmt.Println(what, recover())
	}()
	f()
}

// The caller's own deferred calls run after those of what it calls.
func recovers(b *box) (n int) {
	defer func() {
		r := recover()
		fmt.Println("recovered:", r, "free:", b.free())
		n++
	}()
	n = 10
	n += b.at(7)
	return n
}

func records(b *box) {
	for i := range 3 {
		defer func() { fmt.Println("deferred", i, b.free(), recover()) }()
	}
	fmt.Println(b.at(1))
	fmt.Println(b.at(8))
}

func first(b *box) {
	defer fmt.Println("last")
	b.at(0)
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	defer fmt.Println("before")
	b.at(-len(b.items))
}

func each(yield func(int) bool) {
	for i := range 4 {
		if !yield(i) {
			return
		}
	}
}

func exits(b *box) {
	defer func() { fmt.Println("exits, free:", b.free()) }()
	func() {
		b.at(1)
		runtime.Goexit()
	}()
}

func done(wg *sync.WaitGroup, x *int) int {
	defer wg.Done()
	return *x
}

func main() {
	b := &box{items: []int{1, 2, 3}}
	b.next = &box{items: []int{10, 20}}
	try("at 1", func() { fmt.Println(b.at(1)) })
	try("at 5", func() { fmt.Println(b.at(5)) })
	try("add 4", func() { fmt.Println(b.add(4)) })
	try("add -1", func() { fmt.Println(b.add(-1)) })
	try("add 99", func() { fmt.Println(b.add(99)) })
	try("both 0", func() { fmt.Println(b.both(0)) })
	try("both 2", func() { fmt.Println(b.both(2)) })
	try("nil", func() { fmt.Println((*box)(nil).at(0)) })
	b.next.next = nil
	try("both nil", func() { fmt.Println(b.next.both(0)) })
	fmt.Println(b.free(), b.next.free())

	fmt.Println(recovers(b))
	records(b)
	try("first", func() { first(b) })

	s := &shared{m: map[any]int{"x": 1}}
	try("get", func() { fmt.Println(s.get("x")) })
	try("get slice", func() { fmt.Println(s.get([]int{})) })
	try("set func", func() { s.set(func() {}, 1) })
	s.set("y", 2)
	s.m = nil
	try("set nil", func() { s.set("z", 3) })
	fmt.Println(s.get("y"), s.TryLock())

	var p pair
	for _, d := range []int{0, 1, 2, 3} {
		try(fmt.Sprint("pair ", d), func() { fmt.Println(p.run(d)) })
		fmt.Println(p.free())
	}

	try("range", func() {
		for i := range each {
			fmt.Println(b.at(i))
		}
	})
	for i := range each {
		if b.at(i) == 2 {
			break
		}
	}
	fmt.Println(b.free())

	var wg sync.WaitGroup
	wg.Add(2)
	x := 5
	exited := make(chan bool)
	go func() {
		defer close(exited)
		exits(b)
	}()
	<-exited
	go func() { defer wg.Done(); b.at(0) }()
	fmt.Println(done(&wg, &x))
	wg.Wait()
	try("done", func() { done(&wg, &x) })
	try("done nil", func() { done(&wg, nil) })
	total := 0
	var all sync.WaitGroup
	for range 10 {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := range 100 {
				b.add(i & 1)
			}
		}()
	}
	all.Wait()
	fmt.Println(b.at(0), total)
}
