// flags: --preempt=3
package main

import (
	"fmt"
	"log"
	"reflect"
	"sync"
	"sync/atomic"
	"unique"
)

func parallel(n int, f func(g int)) {
	var wg sync.WaitGroup
	for g := range n {
		wg.Go(func() { f(g) })
	}
	wg.Wait()
}

// A writer that must not be entered twice.
type writer struct {
	inside bool
	lines  int
}

func (w *writer) Write(p []byte) (int, error) {
	if w.inside {
		fmt.Println("two at once")
	}
	w.inside = true
	w.count()
	w.inside = false
	return len(p), nil
}

func (w *writer) count() {
	for range 5 {
		w.lines++
	}
}

func main() {
	var m sync.Map
	var stored atomic.Int64
	parallel(6, func(g int) {
		for i := range 100 {
			if _, loaded := m.LoadOrStore(i, g); !loaded {
				stored.Add(1)
			}
		}
	})
	fmt.Println("stored", stored.Load())

	var sum atomic.Int64
	m.Store("k", 0)
	parallel(6, func(g int) {
		for i := range 100 {
			old, _ := m.Swap("k", g*100+i+1)
			sum.Add(int64(old.(int)))
		}
	})
	last, _ := m.Load("k")
	fmt.Println("swapped", sum.Load()+int64(last.(int)))

	var v atomic.Value
	v.Store(0)
	parallel(6, func(g int) {
		for range 50 {
			for {
				old := v.Load()
				if v.CompareAndSwap(old, old.(int)+1) {
					break
				}
			}
		}
	})
	fmt.Println("value", v.Load())

	var kinds [6]string
	parallel(6, func(g int) {
		kinds[g] = fmt.Sprint(reflect.TypeOf(struct{ A [3]map[string]bool }{}).Field(0).Type.Elem().Elem().Kind())
	})
	fmt.Println(kinds)

	var handles [6]unique.Handle[string]
	parallel(6, func(g int) { handles[g] = unique.Make(fmt.Sprint("same")) })
	fmt.Println(handles[0] == handles[5])

	w := &writer{}
	l := log.New(w, "", 0)
	parallel(6, func(g int) {
		for range 20 {
			l.Print(g)
		}
	})
	fmt.Println("lines", w.lines)
}
