// Deferred calls in the outermost block of a function: at its ends, when it panics in between, and when they panic themselves.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

type T struct{ n int }

func (t T) val(s string)   { fmt.Println("val", t.n, s) }
func (t *T) ptr(s string)  { fmt.Println("ptr", t.n, s) }
func (t *T) bad()          { panic(fmt.Sprint("bad ", t.n)) }

type I interface{ val(string) }

func all(t *T, stop int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	defer fmt.Println("println", t.n, stop)
	if stop == 1 {
		panic("one")
	}
	defer t.val("a")
	t.n++
	defer t.ptr("b")
	if stop == 2 {
		return errors.New("two")
	}
	var i I = t
	defer i.val("c")
	i = nil
	if stop == 3 {
		var m map[string]int
		m["x"] = 1
	}
	f := func() { fmt.Println("f1", t.n) }
	defer f()
	f = func() { fmt.Println("f2") }
	t.n++
	if stop == 4 {
		t.bad()
	}
	c := make(chan int)
	defer close(c)
	if stop == 5 {
		close(c)
	}
	return nil
}

func nested(n int) {
	defer fmt.Println("nested", n)
	defer func() {
		defer func() { fmt.Println("inner recover", recover()) }()
		if n == 0 {
			panic("second")
		}
	}()
	if n > 0 {
		nested(n - 1)
	}
	panic(n)
}

func goexit(wg *sync.WaitGroup) {
	defer wg.Done()
	defer fmt.Println("goexit deferred", recover())
	func() {
		defer fmt.Println("inner")
		runtime.Goexit()
	}()
	fmt.Println("not reached")
}

func deep(n int) int {
	if n == 0 {
		panic("deep")
	}
	return deep(n-1) + 1
}

func many() (n int) {
	defer func() { n++ }()
	defer func() { n *= 2 }()
	defer func() { recover(); n = 10 }()
	defer func() { panic("again") }()
	return deep(1000)
}

func nilfunc() {
	defer func() { fmt.Println(recover()) }()
	var f func()
	defer f()
	fmt.Println("before")
}

func nilmu() {
	defer func() { fmt.Println(recover()) }()
	var mu *sync.Mutex
	defer fmt.Println("x")
	defer mu.Unlock()
	fmt.Println("here")
}

func garbage(n int) string {
	s := strings.Repeat("x", n)
	defer func(b []byte) { fmt.Println(len(b), string(b[:3])) }([]byte(s + "yz"))
	s = ""
	for i := range 50000 {
		s = fmt.Sprint(i)
	}
	func() {
		defer func() { recover() }()
		defer fmt.Println(strings.ToUpper("abc"))
		for i := range 1000 {
			_ = make([]byte, i)
		}
		panic(1)
	}()
	return s
}

func recoverless() {
	defer recover()
	defer panic("first")
	defer print()
}

func gens[T any](x T) {
	defer fmt.Printf("%T %v\n", x, x)
	defer func(y T) { fmt.Println("lit", y) }(x)
}

func loopy(n int) (s string) {
	defer func() { s += "!" }()
	for i := range n {
		if i == 3 {
			return "early"
		}
	}
	defer func() { s += "?" }()
	for i := 0; ; i++ {
		if i > n {
			return "late"
		}
	}
}

func main() {
	for stop := range 6 {
		fmt.Println(all(&T{stop * 10}, stop))
	}
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		nested(3)
	}()
	var wg sync.WaitGroup
	wg.Add(1)
	go goexit(&wg)
	wg.Wait()
	fmt.Println(many())
	nilfunc()
	nilmu()
	fmt.Println(garbage(5))
	func() {
		defer func() { fmt.Println("r", recover()) }()
		recoverless()
	}()
	gens(3)
	gens("s")
	gens(struct{ a, b int }{1, 2})
	fmt.Println(loopy(2), loopy(5))
	func() {
		defer func() {
			defer fmt.Println("deferred in deferred")
			fmt.Println(recover() != nil)
		}()
		var p *T
		defer p.val("nil")
		fmt.Println("no")
	}()
}
