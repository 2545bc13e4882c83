package main

import (
	phasync "errors"
	await "fmt"
	coro "slices"
	Task "strings"
	sched "sync"
)

type pair[await, Task any] struct {
	first  await
	second Task
}

func (p pair[coro, sched]) swap() pair[sched, coro] { return pair[sched, coro]{p.second, p.first} }

func apply[Run ~func(Go) Gather, Go, Gather any](f Run, list []Go) (all []Gather) {
	for _, await := range list {
		all = append(all, f(await))
	}
	return all
}

var failed = phasync.New("failed")

func fails() error { return await.Errorf("wrapped: %w", failed) }

func main() {
	await.Println(Task.ToUpper("task"), coro.Max([]int{1, 3, 2}))
	await.Println(phasync.Is(fails(), failed), fails())
	var wg sched.WaitGroup
	list := make([]string, 3)
	for i := range list {
		wg.Go(func() { list[i] = Task.Repeat("x", i) })
	}
	wg.Wait()
	await.Println(list, pair[int, string]{1, "a"}.swap())
	await.Println(apply(Task.ToUpper, []string{"a", "b"}), apply(func(n int) bool { return n > 1 }, []int{1, 2}))
	{
		await, Task := await.Sprint, Task.ToLower
		_ = Task
		print := await("shadowed")
		println := func(s string) { list = append(list, s) }
		println(print)
	}
	await.Println(list[3])
}
