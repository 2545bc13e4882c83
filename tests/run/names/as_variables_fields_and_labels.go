package main

import (
	"encoding/json"
	"fmt"
)

var await, Task = 1, "package variable"

const (
	phasync = iota + 10
	coro
	sched
)

var Run = func(Go, Gather int) (First int) { First = Go - Gather; return }

type record struct {
	await   int
	Task    string `json:"await"`
	phasync struct{ coro, sched []int }
	Run     func(record) string
	Go      map[string]record
}

func params(await, Task int, phasync ...string) (Run, Gather int) {
	Run, Gather = await+Task, len(phasync)
	return
}

func loops() {
await:
	for Task := 0; Task < 3; Task++ {
		for await := range 3 {
			if await == 1 {
				continue await
			}
			if Task == 2 {
				break await
			}
			fmt.Print(Task, await, " ")
		}
	}
	fmt.Println()
	n := 0
Task:
	n++
	if n < 3 {
		goto Task
	}
phasync:
	switch {
	case n == 3:
		break phasync
	default:
		fmt.Println("never")
	}
	coro := make(chan int, 1)
Select:
	for {
		select {
		case await, ok := <-coro:
			fmt.Println("received", await, ok)
			break Select
		case coro <- n:
		}
	}
}

func main() {
	fmt.Println(await, Task, phasync, coro, sched, Run(5, 3))
	await++
	await, Task := await+1, 2.5
	fmt.Println(await, Task)
	{
		await := "inner"
		Task := []string{await}
		fmt.Println(Task, len(await))
		func() {
			await += " changed in a closure"
			var Task map[string]int
			fmt.Println(await, Task == nil)
		}()
		fmt.Println(await)
	}
	r := record{await: 1, Task: "field", Go: map[string]record{"x": {await: 2}}}
	r.phasync.coro = append(r.phasync.coro, await)
	r.Run = func(r record) string { return r.Task + " called" }
	p := &r
	p.await *= 5
	fmt.Println(r.await, p.Task, r.phasync, r.Run(r), r.Go["x"].await, (*p).phasync.coro[0])
	text, _ := json.Marshal(struct {
		Await int
		Task  any `json:"task"`
	}{3, nil})
	fmt.Println(string(text))
	fmt.Println(params(1, 2, "a", "b"))
	loops()
	if await := 3; await > 2 {
		fmt.Println("if", await)
	} else if Task := 1; Task > 0 {
		fmt.Println(Task)
	}
	switch Task := any(await).(type) {
	case int:
		fmt.Println("int", Task)
	}
	var a [3]int
	for await = range a {
		a[await] = await * phasync
	}
	fmt.Println(a, await)
	f := func(await func() int) int { return await() }
	fmt.Println(f(func() int { return coro }))
}
