package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

type number int

func (n number) String() string { return fmt.Sprintf("number %d", int(n)) }

// foreign is a context of another package.
type foreign struct {
	context.Context
	done chan struct{}
}

func (f foreign) Done() <-chan struct{} { return f.done }
func (f foreign) Err() error {
	select {
	case <-f.done:
		return errors.New("foreign end")
	default:
		return nil
	}
}

// caller is a foreign context with AfterFunc.
type caller struct {
	foreign
	mu    *sync.Mutex
	calls map[int]func()
}

func (c caller) AfterFunc(f func()) func() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := len(c.calls)
	c.calls[id] = f
	return func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		_, ok := c.calls[id]
		delete(c.calls, id)
		return ok
	}
}

func show(name string, c context.Context) {
	select {
	case <-c.Done():
		fmt.Println(name, "done", c.Err(), "|", context.Cause(c))
	default:
		fmt.Println(name, "open", c.Err(), context.Cause(c))
	}
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Done() == nil, bg.Err(), bg.Value("x"))
	_, ok := bg.Deadline()
	fmt.Println(ok, context.Canceled, context.DeadlineExceeded)
	fmt.Printf("%T %T\n", bg, context.TODO())

	a, cancelA := context.WithCancel(bg)
	b := context.WithValue(a, key("user"), "gopher")
	c, cancelC := context.WithCancelCause(b)
	d := context.WithoutCancel(c)
	e := context.WithValue(c, number(1), number(2))
	f := context.WithValue(e, key("x"), 3.5)
	g := context.WithValue(f, key("nil"), nil)
	fmt.Println(a)
	fmt.Println(b)
	fmt.Println(c)
	fmt.Println(d)
	fmt.Println(g)
	fmt.Println(g.Value(key("user")), g.Value("user"), g.Value(number(1)), d.Value(key("user")), g.Value(key("none")))
	show("c", c)
	cancelC(errors.New("because"))
	cancelC(errors.New("again"))
	show("a", a)
	show("c", c)
	show("e", e)
	show("d", d)
	cancelA()
	cancelA()
	show("a", a)
	show("c", c)
	late, cancelLate := context.WithCancel(a)
	show("late", late)
	cancelLate()

	p, cancelP := context.WithCancelCause(bg)
	var children []context.Context
	for range 5 {
		child, cancel := context.WithCancel(p)
		defer cancel()
		children = append(children, child)
	}
	cancelP(nil)
	for _, child := range children {
		show("child", child)
	}

	past, cancel := context.WithDeadline(bg, time.Now().Add(-time.Second))
	show("past", past)
	cancel()
	when, ok := past.Deadline()
	fmt.Println(ok, when.Before(time.Now()))
	short, cancel := context.WithTimeoutCause(bg, 5*time.Millisecond, errors.New("too slow"))
	inner, cancelInner := context.WithTimeout(short, time.Hour)
	<-inner.Done()
	show("short", short)
	show("inner", inner)
	cancelInner()
	cancel()
	long, cancel := context.WithDeadlineCause(bg, time.Now().Add(time.Hour), nil)
	show("long", long)
	cancel()
	show("long", long)
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(short.Err(), &timeout), timeout.Timeout(), errors.Is(short.Err(), context.DeadlineExceeded))

	ran := make(chan string)
	q, cancelQ := context.WithCancel(bg)
	stop1 := context.AfterFunc(q, func() { ran <- "after" })
	stop2 := context.AfterFunc(q, func() { ran <- "never" })
	fmt.Println(stop2(), stop2())
	cancelQ()
	fmt.Println(<-ran, stop1())
	context.AfterFunc(q, func() { ran <- "at once" })
	fmt.Println(<-ran)

	fo := foreign{bg, make(chan struct{})}
	h, cancelH := context.WithCancel(fo)
	fmt.Println(h)
	show("h", h)
	close(fo.done)
	<-h.Done()
	show("h", h)
	cancelH()

	ca := caller{foreign{bg, make(chan struct{})}, new(sync.Mutex), map[int]func(){}}
	i, cancelI := context.WithCancel(ca)
	j, cancelJ := context.WithCancel(ca)
	fmt.Println(len(ca.calls))
	cancelI()
	fmt.Println(len(ca.calls))
	close(ca.done)
	for _, call := range ca.calls {
		call()
	}
	show("i", i)
	show("j", j)
	cancelJ()

	for _, f := range []func(){
		func() { context.WithCancel(nil) },
		func() { context.WithValue(nil, 1, 1) },
		func() { context.WithValue(bg, nil, 1) },
		func() { context.WithValue(bg, []int{1}, 1) },
		func() { context.WithDeadline(nil, time.Time{}) },
		func() { context.WithoutCancel(nil) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
