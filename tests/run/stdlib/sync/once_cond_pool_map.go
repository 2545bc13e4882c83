package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	var once sync.Once
	for i := range 3 {
		once.Do(func() { fmt.Println("once", i) })
	}
	var bad sync.Once
	try("panics", func() { bad.Do(func() { panic("first") }) })
	try("not again", func() { bad.Do(func() { panic("second") }) })

	f := sync.OnceFunc(func() { fmt.Println("called") })
	f()
	f()
	v := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (string, error) { return "s", errors.New("e") })
	fmt.Println(vs())
	fmt.Println(vs())
	p := sync.OnceValue(func() int { panic("every time") })
	try("1", func() { p() })
	try("2", func() { p() })

	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready--
			mu.Unlock()
		})
	}
	for range 3 {
		mu.Lock()
		ready++
		cond.Signal()
		mu.Unlock()
	}
	wg.Wait()
	fmt.Println("signalled", ready)
	open := false
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			for !open {
				cond.Wait()
			}
		})
	}
	mu.Lock()
	open = true
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println("open")
	copied := *cond
	try("copied", func() { copied.Signal() })
	try("negative", func() { wg.Done() })

	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	pool.Put(nil)
	fmt.Println(pool.Get())
	var empty sync.Pool
	fmt.Println(empty.Get())

	var m sync.Map
	fmt.Println(m.Load("a"))
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("b", 3))
	fmt.Println(m.Swap("c", 4))
	fmt.Println(m.CompareAndSwap("c", 4, 5), m.CompareAndSwap("c", 4, 6), m.CompareAndSwap("d", nil, 6))
	fmt.Println(m.CompareAndDelete("c", 4), m.CompareAndDelete("c", 5))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	m.Delete("zz")
	m.Store(1, "one")
	var keys []string
	m.Range(func(k, v any) bool {
		keys = append(keys, fmt.Sprint(k, "=", v))
		return true
	})
	sort.Strings(keys)
	fmt.Println(keys)
	n := 0
	m.Range(func(k, v any) bool { n++; return false })
	fmt.Println(n)
	m.Clear()
	fmt.Println(m.Load("a"))
	try("store", func() { m.Store([]int{}, 1) })
	try("load", func() { m.Load([]int{}) })
	m.Store(1, []int{})
	try("compare", func() { m.CompareAndSwap(1, []int{}, 2) })
}
