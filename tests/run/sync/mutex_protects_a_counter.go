package main

import (
	"fmt"
	"runtime"
	"sync"
)

type counter struct {
	sync.Mutex
	m map[string]int
}

func (c *counter) inc(k string) {
	c.Lock()
	defer c.Unlock()
	v := c.m[k]
	runtime.Gosched()
	c.m[k] = v + 1
}

func main() {
	c := counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				c.inc(fmt.Sprint("k", i%2))
			}
		}()
	}
	wg.Wait()
	fmt.Println(c.m)
	fmt.Println(c.TryLock(), c.TryLock())
	c.Unlock()
	fmt.Println(c.TryLock())
}
