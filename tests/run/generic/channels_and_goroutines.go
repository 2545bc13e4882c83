package main

import (
	"fmt"
	"sync"
)

func Produce[T any](vs ...T) <-chan T {
	ch := make(chan T)
	go func() {
		defer close(ch)
		for _, v := range vs {
			ch <- v
		}
	}()
	return ch
}

func MapChan[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func Parallel[T, R any](xs []T, f func(T) R) []R {
	out := make([]R, len(xs))
	var wg sync.WaitGroup
	for i, x := range xs {
		wg.Go(func() { out[i] = f(x) })
	}
	wg.Wait()
	return out
}

type SafeMap[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[K]V)
	}
	s.m[k] = f(s.m[k])
}

func main() {
	for s := range MapChan(Produce(1, 2, 3), func(n int) string { return fmt.Sprint(n * n) }) {
		fmt.Print(s, " ")
	}
	fmt.Println()
	fmt.Println(Parallel([]string{"a", "bbb"}, func(s string) int { return len(s) }))
	var sm SafeMap[string, int]
	for range 5 {
		sm.Update("k", func(n int) int { return n + 2 })
	}
	fmt.Println(sm.m)
}
