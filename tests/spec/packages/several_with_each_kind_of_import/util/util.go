package util

const Greeting = "hello"

var Default = 3

func Current() int    { return Default }
func Twice(n int) int { return 2 * n }

type List[T any] struct{ items []T }

func (l *List[T]) Add(x T)  { l.items = append(l.items, x) }
func (l *List[T]) Len() int { return len(l.items) }
func (l *List[T]) All() []T { return l.items }
