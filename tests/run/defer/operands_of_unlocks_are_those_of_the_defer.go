package main

import (
	"fmt"
	"sync"
)

type pair struct{ a, b sync.Mutex }

func inner(a, b *sync.Mutex) {
	if a != b {
		p := new(sync.Mutex)
		p.Lock()
		p.Unlock()
	}
	q := a
	q.Lock()
	defer q.Unlock()
	q = b
	_ = q
}

func temporary(list []*sync.Mutex) {
	for _, p := range list {
		p.Lock()
		p.Unlock()
	}
	if p := list[1]; p != nil {
		p.Lock()
		p.Unlock()
	}
	list[0].Lock()
	defer list[0].Unlock()
	x := list[1]
	x.Lock()
	y := list[0]
	x.Unlock()
	list[0] = list[2]
	_, _ = x, y
}

func shadowed(p *pair) {
	q := p
	{
		q := &pair{}
		q.a.Lock()
		q.a.Unlock()
	}
	q.a.Lock()
	defer q.a.Unlock()
	q.b.Lock()
	defer q.b.Unlock()
	q = &pair{}
}

func parameter(m *sync.Mutex, other *sync.Mutex) {
	m.Lock()
	defer m.Unlock()
	m = other
}

func captured(m *sync.Mutex, other *sync.Mutex) {
	change := func() { m = other }
	m.Lock()
	defer m.Unlock()
	change()
}

func results() (m *sync.Mutex) {
	m = new(sync.Mutex)
	m.Lock()
	defer m.Unlock()
	return new(sync.Mutex)
}

func typed(v any) {
	switch w := v.(type) {
	case *sync.Mutex:
		w.Lock()
		w.Unlock()
	case *pair:
		w.a.Lock()
		w.a.Unlock()
	}
	l := v.(*sync.Mutex)
	l.Lock()
	defer l.Unlock()
	l = nil
}

func main() {
	var a, b, c sync.Mutex
	inner(&a, &b)
	fmt.Println(a.TryLock(), b.TryLock())
	a.Unlock()
	b.Unlock()
	temporary([]*sync.Mutex{&a, &b, &c})
	fmt.Println(a.TryLock(), b.TryLock(), c.TryLock())
	p := new(pair)
	shadowed(p)
	fmt.Println(p.a.TryLock(), p.b.TryLock())
	var d, e sync.Mutex
	parameter(&d, &e)
	captured(&d, &e)
	typed(&d)
	fmt.Println(d.TryLock(), e.TryLock(), results().TryLock())
}
