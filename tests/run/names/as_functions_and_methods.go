package main

import (
	"errors"
	"fmt"
	"time"
)

func await(n int) int              { return n + 1 }
func Run(f func()) string          { f(); return "ran" }
func Go(f func(int), n int)        { f(n) }
func Gather(list ...int) []int     { return list }
func First(list ...int) int        { return list[0] }
func Any(list ...string) bool      { return len(list) > 0 }
func WaitFor(d time.Duration) error { return errors.New("no time: " + d.String()) }
func Try(f func()) (ok bool) {
	defer func() { ok = recover() == nil }()
	f()
	return
}
func Protect()                    {}
func Select(ends ...any) any      { return len(ends) }
func Yield() (yielded bool)       { return true }
func coro(sched int) (phasync int) { phasync = sched * 2; return }
func phasync() func() func() int  { return func() func() int { return func() int { return 7 } } }
func sched[T any](await T) T      { return await }
func spawn(Task string) string    { return Task + "!" }

type await_ struct{}

func (await_) await(Task int) int   { return -Task }
func (a *await_) Task() *await_     { return a }
func (await_) Run(await ...int) int { return len(await) }

type awaiter interface {
	await(int) int
	Task() *await_
}

func apply(f func(int) int, n int) int { return f(n) }

func twice(n int) int {
	if n == 0 {
		return await(await(n))
	}
	return twice(n - 1)
}

func main() {
	fmt.Println(await(1), await(await(2)), apply(await, 3), twice(3))
	fmt.Println(Run(func() { fmt.Println("inside") }))
	Go(func(n int) { fmt.Println("went", n) }, 4)
	fmt.Println(Gather(1, 2, 3), First(4, 5), Any(), Any("x"), WaitFor(time.Second))
	fmt.Println(Try(func() { panic("x") }), Try(Protect), Select(1, "a"), Yield())
	fmt.Println(coro(3), phasync()()(), sched("generic"), sched[int](5), spawn("child"))
	var a awaiter = &await_{}
	fmt.Println(a.await(8), a.Task().Task() == a, a.Task().Run(1, 2, 3))
	m := (*await_).await
	fmt.Println(m(&await_{}, 9), await_.Run(await_{}))
	done := make(chan int)
	go func(await func(int) int) { done <- await(10) }(await)
	fmt.Println(<-done)
	go Go(func(n int) { done <- n }, await(10))
	fmt.Println(<-done)
	defer fmt.Println("deferred", await(11))
	defer func() { fmt.Println(recover()) }()
	defer Run(func() { fmt.Println("deferred run") })
	f := await
	{
		await := func(s string) string { return s + s }
		fmt.Println(await("ab"), f(12))
	}
	fmt.Println(await(13))
	panic(await(14))
}
