package main

import "fmt"

type counter struct{ n int }

func (c counter) Get() int    { return c.n }
func (c *counter) Inc()       { c.n++ }
func (c counter) IncCopy()    { c.n++ }
func (c *counter) Self() *counter { return c }

type num int

func (n num) Double() num { return n * 2 }
func (n *num) Set(v num)  { *n = v }

type list []string

func (l *list) Add(s string) { *l = append(*l, s) }
func (l list) Len() int      { return len(l) }

type fn func(int) int

func (f fn) Call(n int) int { return f(n) }

type m map[string]int

func (x m) Inc(k string) { x[k]++ }

func main() {
	var c counter
	c.Inc()
	c.IncCopy()
	p := &c
	p.Inc()
	p.IncCopy()
	p.Self().Inc()
	(*p).Inc()
	fmt.Println(c.Get(), p.Get())
	n := num(4)
	n.Set(n.Double())
	fmt.Println(n, num(3).Double(), (&n).Double())
	var l list
	l.Add("a")
	l.Add("b")
	fmt.Println(l.Len(), l)
	fmt.Println(fn(func(n int) int { return n + 1 }).Call(1))
	x := m{}
	x.Inc("k")
	fmt.Println(x)
	arr := []counter{{1}, {2}}
	arr[0].Inc()
	for i := range arr {
		arr[i].Inc()
	}
	mp := map[string]*counter{"a": {5}}
	mp["a"].Inc()
	fmt.Println(arr, mp["a"].n)
}
