package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 5)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("c", 3)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	m.Delete("zz")
	fmt.Println(m.CompareAndSwap("a", 1, 10))
	var keys []string
	m.Range(func(k, v any) bool {
		keys = append(keys, fmt.Sprint(k, v))
		return true
	})
	sort.Strings(keys)
	fmt.Println(keys)
	p := sync.Pool{New: func() any { return new(int) }}
	x := p.Get().(*int)
	*x = 7
	p.Put(x)
	_ = p.Get().(*int)
	fmt.Println("pool ok")
	m.Clear()
	_, ok = m.Load("a")
	fmt.Println(ok)
}
