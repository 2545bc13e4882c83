package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var a int32 = 5
	fmt.Println(atomic.AddInt32(&a, 3), atomic.LoadInt32(&a), atomic.SwapInt32(&a, 1), atomic.CompareAndSwapInt32(&a, 1, 9), atomic.CompareAndSwapInt32(&a, 1, 7), a)
	var u uint64
	fmt.Println(atomic.AddUint64(&u, ^uint64(0)), u)
	var i atomic.Int64
	i.Store(10)
	fmt.Println(i.Add(-3), i.Swap(2), i.CompareAndSwap(2, 4), i.Load())
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.Load())
	var p atomic.Pointer[string]
	s := "pointed"
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &s), *p.Load())
	var v atomic.Value
	fmt.Println(v.Load())
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int))
	var w atomic.Uint32
	w.Or(6)
	w.And(3)
	fmt.Println(w.Load())
}
