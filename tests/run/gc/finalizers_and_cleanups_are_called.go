package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"
)

type T struct {
	id   int
	next *T
	pad  [6]int
}

func (t *T) String() string { return fmt.Sprint("T", t.id) }

// collect does so until n values have come.
func collect(c chan string, n int) {
	for i := range n {
		runtime.GC()
		select {
		case s := <-c:
			fmt.Println(i, s)
		case <-time.After(5 * time.Second):
			fmt.Println("nothing came")
			return
		}
	}
}

func none(c chan string) {
	runtime.GC()
	runtime.GC()
	select {
	case s := <-c:
		fmt.Println("came", s)
	case <-time.After(2 * time.Millisecond):
		fmt.Println("none")
	}
}

func in(f func(c chan string)) chan string {
	c := make(chan string, 20)
	f(c)
	return c
}

// One refers to the next: the first is gone first.
func chain(c chan string) {
	var t *T
	for i := range 4 {
		t = &T{id: i, next: t}
		runtime.SetFinalizer(t, func(t *T) { c <- t.String() })
	}
}

func kinds(c chan string) {
	runtime.SetFinalizer(&T{id: 1}, func(t *T) (int, string, error) { c <- "results"; return 1, "", io.EOF })
	runtime.SetFinalizer(&T{id: 1}, func(x any) { c <- fmt.Sprintf("any %T", x) })
	runtime.SetFinalizer(&T{id: 1}, func(x fmt.Stringer) { c <- "stringer " + x.String() })
	runtime.SetFinalizer(new(int), func(p *int) { c <- fmt.Sprint("int ", *p) })
	s := make([]string, 3)
	s[1] = "middle"
	runtime.SetFinalizer(&s[0], func(p *string) { c <- "slice" })
	big := new([5000]*int)
	runtime.SetFinalizer(big, func(b *[5000]*int) { c <- fmt.Sprint(len(b)) })
	x := 5
	runtime.SetFinalizer(&x, func(p *int) { c <- fmt.Sprint("variable ", *p) })
}

func removed(c chan string) {
	t := &T{id: 1}
	runtime.SetFinalizer(t, func(t *T) { c <- "first" })
	runtime.SetFinalizer(t, nil)
	runtime.SetFinalizer(t, func(t *T) { c <- "second" })
}

// It is set again by itself.
func again(c chan string) {
	n := 0
	var finalizer func(t *T)
	finalizer = func(t *T) {
		n++
		c <- fmt.Sprint("time ", n)
		if n < 3 {
			runtime.SetFinalizer(t, finalizer)
		}
	}
	runtime.SetFinalizer(&T{}, finalizer)
}

func ring(c chan string) {
	a, b := &T{id: 1}, &T{id: 2}
	a.next, b.next = b, a
	runtime.SetFinalizer(a, func(t *T) { c <- "of a ring" })
}

// Cleanups come when the finalizer has let the object go.
func cleanups(c chan string) {
	t := &T{id: 7}
	runtime.SetFinalizer(t, func(t *T) { c <- "finalizer" })
	runtime.AddCleanup(t, func(s string) { c <- s }, "cleanup")
}

func ringOfCleanups(c chan string) {
	a, b := &T{id: 1}, &T{id: 2}
	a.next, b.next = b, a
	runtime.AddCleanup(a, func(n int) { c <- "a ring" }, 1)
}

func stopped(c chan string) {
	t := &T{id: 7}
	stop := runtime.AddCleanup(t, func(s string) { c <- s }, "stopped")
	runtime.AddCleanup(&t.pad[3], func(err error) { c <- err.Error() }, errors.New("inner"))
	stop.Stop()
	stop.Stop()
	var zero runtime.Cleanup
	zero.Stop()
	runtime.KeepAlive(t) // or it might be gone before it is stopped
}

// One of a tree of objects is alive as long as another one that is.
func alive(c chan string) *T {
	t := &T{id: 1, next: &T{id: 2}}
	runtime.SetFinalizer(t, func(t *T) { c <- t.String() })
	runtime.SetFinalizer(t.next, func(t *T) { c <- t.String() })
	runtime.AddCleanup(t, func(s string) { c <- s }, "cleanup")
	return t
}

type resource struct{ name *string }

func (r *resource) close(c chan string) {
	runtime.SetFinalizer(r, nil)
	c <- "closed " + *r.name
}

func closed(c chan string) {
	for _, name := range []string{"a", "b"} {
		r := &resource{&name}
		runtime.SetFinalizer(r, func(r *resource) { r.close(c) })
		if name == "b" {
			r.close(c)
		}
	}
}

// Many, found by collections that nobody has asked for.
func many() {
	n := 0
	done := make(chan bool)
	for range 10000 {
		runtime.SetFinalizer(&T{next: &T{}}, func(*T) {
			if n++; n == 10000 {
				close(done)
			}
		})
	}
	garbage := [][]int{}
	for i := 0; ; i++ {
		select {
		case <-done:
			fmt.Println(n)
			return
		default:
		}
		if garbage = append(garbage, make([]int, 100)); i%1000 == 0 {
			garbage = nil
			runtime.Gosched()
		}
	}
}

func main() {
	collect(in(chain), 4)
	for _, of := range []struct {
		calls int
		f     func(chan string)
	}{{1, removed}, {3, again}, {2, cleanups}, {1, ringOfCleanups}, {1, stopped}} {
		c := in(of.f)
		collect(c, of.calls)
		none(c)
	}
	c := in(kinds)
	seen := map[string]bool{}
	for len(seen) < 7 {
		runtime.GC()
		seen[<-c] = true
	}
	fmt.Println(seen)
	none(in(ring))
	c = make(chan string, 5)
	t := alive(c)
	none(c)
	runtime.KeepAlive(t)
	t = nil
	collect(c, 3)
	c = in(closed)
	collect(c, 2)
	none(c)
	many()
}
