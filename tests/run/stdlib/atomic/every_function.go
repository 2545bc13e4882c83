package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ name string }

func main() {
	var i32 int32
	var i64 int64
	var u32 uint32
	var u64 uint64
	var up uintptr
	fmt.Println(atomic.AddInt32(&i32, 5), atomic.AddInt64(&i64, -5), atomic.AddUint32(&u32, ^uint32(0)), atomic.AddUint64(&u64, 7), atomic.AddUintptr(&up, 1))
	fmt.Println(atomic.SwapInt32(&i32, 6), atomic.SwapInt64(&i64, 6), atomic.SwapUint32(&u32, 6), atomic.SwapUint64(&u64, 6), atomic.SwapUintptr(&up, 6))
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 6, 12), atomic.CompareAndSwapInt64(&i64, 7, 12), atomic.CompareAndSwapUint32(&u32, 6, 12),
		atomic.CompareAndSwapUint64(&u64, 6, 12), atomic.CompareAndSwapUintptr(&up, 5, 12))
	fmt.Println(atomic.AndInt32(&i32, 8), atomic.OrInt64(&i64, 1), atomic.AndUint32(&u32, 4), atomic.OrUint64(&u64, 3), atomic.OrUintptr(&up, 1),
		atomic.AndInt64(&i64, 3), atomic.OrInt32(&i32, 1), atomic.OrUint32(&u32, 1), atomic.AndUint64(&u64, 7), atomic.AndUintptr(&up, 3))
	atomic.StoreInt32(&i32, atomic.LoadInt32(&i32)+1)
	atomic.StoreInt64(&i64, atomic.LoadInt64(&i64)+1)
	atomic.StoreUint32(&u32, atomic.LoadUint32(&u32)+1)
	atomic.StoreUint64(&u64, atomic.LoadUint64(&u64)+1)
	atomic.StoreUintptr(&up, atomic.LoadUintptr(&up)+1)
	fmt.Println(i32, i64, u32, u64, up)

	var a atomic.Int32
	var b atomic.Int64
	var c atomic.Uint32
	var d atomic.Uint64
	var e atomic.Uintptr
	var f atomic.Bool
	var p atomic.Pointer[config]
	fmt.Println(a.Add(2), b.Add(-2), c.Add(3), d.Add(4), e.Add(5))
	fmt.Println(a.Swap(1), b.Swap(1), c.Swap(1), d.Swap(1), e.Swap(1), f.Swap(true))
	fmt.Println(a.CompareAndSwap(1, 9), b.CompareAndSwap(2, 9), c.CompareAndSwap(1, 9), d.CompareAndSwap(1, 9), e.CompareAndSwap(1, 9), f.CompareAndSwap(true, false))
	fmt.Println(a.And(8), b.Or(2), c.And(1), d.Or(2), e.And(1), a.Or(1), b.And(2), c.Or(4), d.And(8), e.Or(2))
	a.Store(a.Load() + 1)
	f.Store(!f.Load())
	fmt.Println(a.Load(), b.Load(), c.Load(), d.Load(), e.Load(), f.Load())
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &config{"x"}), p.Load().name, p.Swap(&config{"y"}).name, p.Load().name)
	p.Store(nil)
	fmt.Println(p.Load())

	var v atomic.Value
	fmt.Println(v.Load(), v.CompareAndSwap(nil, 1), v.Swap(2), v.Load(), v.CompareAndSwap(2, 3), v.CompareAndSwap(2, 4))
	v.Store(5)
	for i, f := range []func(){
		func() { v.Store(nil) }, func() { v.Store("a") }, func() { v.Swap(nil) }, func() { v.Swap("a") },
		func() { v.CompareAndSwap(5, nil) }, func() { v.CompareAndSwap("a", 5) }, func() { v.CompareAndSwap("a", "b") },
	} {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			f()
		}()
	}

	var wg sync.WaitGroup
	var n atomic.Int64
	for range 100 {
		wg.Go(func() {
			for range 100 {
				n.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(n.Load())
}
