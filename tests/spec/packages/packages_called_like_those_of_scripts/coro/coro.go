package coro

import "iter"

type Coroutine struct{ n int }

func New(n int) *Coroutine { return &Coroutine{n} }

func (c *Coroutine) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range c.n {
			if !yield(i) {
				return
			}
		}
	}
}
