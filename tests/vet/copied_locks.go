package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter struct {
	mu sync.Mutex
	n  int
}

func (c Counter) Get() int   { return c.n }
func (c *Counter) Inc()      { c.n++ }
func byValue(c Counter)      { fmt.Println(c.n) }
func byPointer(c *Counter)   { fmt.Println(c.n) }
func wait(wg sync.WaitGroup) { wg.Wait() }

type Embedded struct {
	sync.RWMutex
	data map[string]int
}

type Deep struct {
	inner [2]struct{ e Embedded }
}

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

type Guarded struct {
	_ noCopy
	x int
}

type iface struct {
	sync.Locker
}

type Generic[T any] struct {
	v  T
	mu sync.Mutex
}

func (g Generic[T]) value() T { return g.v }

func results() (c Counter, err error) { return }

func copyOf[T Counter | int](x T) T {
	y := x
	return y
}

func variadic(cs ...Counter) int { return len(cs) }

func main() {
	var c Counter
	d := c
	var e = c
	var f Counter = Counter{}
	byValue(c)
	byPointer(&c)
	p := &c
	*p = d
	q := *p
	list := []Counter{c, {}, f}
	m := map[string]Counter{"a": c, "b": {}}
	for _, c := range list {
		fmt.Println(c.n)
	}
	for k, v := range m {
		fmt.Println(k, v.n)
	}
	for i := range list {
		fmt.Println(list[i].n)
	}
	var v Counter
	for _, v = range list {
		_ = v.n
	}
	for c := (Counter{}); c.n < 2; c.n++ {
	}
	func(c Counter) {}(Counter{})
	fn := func() Counter { return c }
	g := fn()
	h, err := results()
	fmt.Println(g.n, h.n, err, q.n, e.n)
	var deep Deep
	deep2 := deep
	arr := [2]sync.Mutex{}
	arr2 := arr
	_ = arr2
	_ = deep2
	var once sync.Once
	once2 := once
	_ = once2
	var pool sync.Pool
	_ = pool
	var sm sync.Map
	x := sm
	_ = x
	var cond sync.Cond
	y := cond
	_ = y
	var a atomic.Int64
	b := a
	_ = b
	var ap atomic.Pointer[int]
	bp := ap
	_ = bp
	var gd Guarded
	gd2 := gd
	_ = gd2
	i1 := iface{&sync.Mutex{}}
	i2 := i1
	_ = i2
	gen := Generic[int]{}
	gen2 := gen
	_ = gen2
	ch := make(chan Counter, 1)
	ch <- c
	r := <-ch
	_ = r
	var any1 any = c
	_ = any1.(Counter)
	s := any1.(Counter)
	_ = s
	_ = len(arr)
	fmt.Println(c, &c)
	wg := sync.WaitGroup{}
	go wait(wg)
	t := struct{ a Counter }{c}
	_ = t
	pp := new(Counter)
	*pp = *fn2()
	list[0] = c
	list = append(list, c)
	_ = variadic(c)
	_ = copyOf(c)
	if z := c; z.n > 0 {
	}
	switch w := c; {
	case w.n > 0:
	}
	defer func(c Counter) {}(c)
	var av atomic.Value
	av2 := av
	_ = av2
}

func fn2() *Counter { return new(Counter) }
