package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	n := 0
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { n++; fmt.Println("once") })
			if n != 1 {
				fmt.Println("BUG")
			}
		}()
	}
	wg.Wait()
	once.Do(func() { panic("never") })
	v := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(v(), v())
	f := sync.OnceFunc(func() { fmt.Println("f") })
	f()
	f()
	a, b := sync.OnceValues(func() (string, error) { return "x", nil })()
	fmt.Println(a, b)
	var o2 sync.Once
	func() {
		defer func() { fmt.Println(recover()) }()
		o2.Do(func() { panic("in once") })
	}()
	o2.Do(func() { fmt.Println("never") })
}
