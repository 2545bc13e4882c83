package main

import (
	"container/list"
	"fmt"
	"strings"
)

type LRU[K comparable, V any] struct {
	max   int
	order *list.List
	items map[K]*list.Element
}

type entry[K comparable, V any] struct {
	k K
	v V
}

func New[K comparable, V any](max int) *LRU[K, V] {
	return &LRU[K, V]{max, list.New(), make(map[K]*list.Element)}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.items[k]
	if !ok {
		return
	}
	c.order.MoveToFront(e)
	return e.Value.(entry[K, V]).v, true
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.Value = entry[K, V]{k, v}
		c.order.MoveToFront(e)
		return
	}
	c.items[k] = c.order.PushFront(entry[K, V]{k, v})
	if c.order.Len() > c.max {
		old := c.order.Remove(c.order.Back()).(entry[K, V])
		delete(c.items, old.k)
	}
}

func (c *LRU[K, V]) String() string {
	var b strings.Builder
	for e := c.order.Front(); e != nil; e = e.Next() {
		en := e.Value.(entry[K, V])
		fmt.Fprintf(&b, "%v=%v ", en.k, en.v)
	}
	return b.String()
}

func main() {
	c := New[string, int](3)
	for i, k := range strings.Fields("a b c a d e a") {
		c.Put(k, i)
		fmt.Println(k, "->", c)
	}
	fmt.Println(c.Get("d"))
	fmt.Println(c.Get("b"))
	fmt.Println(c)
}
