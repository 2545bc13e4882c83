package main

import (
	"fmt"

	"example.com/names/await"
	"example.com/names/coro"
	. "example.com/names/phasync"
	"example.com/names/phasync"
	"example.com/names/sched"
)

func main() {
	var t phasync.Task = phasync.New(3)
	fmt.Println(t.Run(), Gather(t, New(4)), await.Task(t), await.For(5))
	g := coro.New(2)
	for v := range g.All() {
		fmt.Println(v)
	}
	s := sched.New()
	s.NewTask(func() { fmt.Println("first", sched.TaskID()) })
	s.NewTask(func() { fmt.Println("second", sched.TaskID()) })
	s.Run()
	var task Task
	fmt.Printf("%T %v\n", task, task)
}
