package main

import (
	"fmt"
	"sort"
	"strings"
)

// Task is generic, with a method that is called like a predeclared function of scripts.
type Task[T any] struct {
	value T
	next  *Task[T]
}

func (t Task[T]) await() T               { return t.value }
func (t *Task[T]) State() string         { return fmt.Sprintf("state of %v", t.value) }
func (t *Task[T]) Cancel(cause ...error) { t.next = nil }

func NewTask[T any](v T) *Task[T] { return &Task[T]{value: v} }

type await interface{ ~int | ~string }

func largest[Task await](list ...Task) (await Task) {
	for i, Task := range list {
		if i == 0 || Task > await {
			await = Task
		}
	}
	return
}

type (
	phasync  struct{ Run, Go int }
	coro     = map[string]phasync
	sched    func(coro) int
	Yielder  interface{ Yield(int) bool }
	Run      []phasync
	Gather   chan Run
	Scope    [2]Task[string]
	Semaphore struct {
		phasync
		*Task[int]
		Yielder
	}
	Channel[In, Out any] struct {
		in  In
		out Out
	}
	Outcome[T any] *Task[T]
)

func (r Run) Len() int           { return len(r) }
func (r Run) Less(i, j int) bool { return r[i].Run < r[j].Run }
func (r Run) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }

type yields struct{}

func (yields) Yield(n int) bool { return n > 0 }

func kind(v any) string {
	switch Task := v.(type) {
	case Task_:
		return "a named one: " + string(Task)
	case *Task2:
		return "a pointer"
	case phasync:
		return fmt.Sprint("phasync ", Task.Run)
	case coro:
		return fmt.Sprint("coro ", len(Task))
	case sched:
		return "a function"
	case Yielder:
		return fmt.Sprint("yields ", Task.Yield(1))
	}
	return "none"
}

type Task_ string
type Task2 = Task[float64]

func main() {
	t := NewTask(42)
	t.next = NewTask(43)
	fmt.Println(t.await(), t.next.await(), t.State())
	t.Cancel()
	fmt.Println(t.next == nil, Task[string]{"x", nil}.await())
	fmt.Println(largest(3, 9, 4), largest("b", "a"))
	r := Run{{3, 1}, {1, 2}, {2, 3}}
	sort.Sort(r)
	fmt.Println(r, coro{"a": {Go: 1}})
	g := make(Gather, 1)
	g <- r
	fmt.Println(len(<-g), Scope{{value: "one"}}[0].await())
	s := Semaphore{phasync{1, 2}, t, yields{}}
	fmt.Println(s.Run, s.Go, s.value, s.Task.value, s.Yield(0), s.await(), s.phasync)
	fmt.Printf("%T %T %v\n", t, Channel[int, string]{}, Channel[int, []string]{1, []string{"a"}})
	var o Outcome[int] = t
	fmt.Println(o.value)
	fmt.Println(kind(Task_("n")), kind(new(Task2)), kind(phasync{5, 6}), kind(coro{}), kind(sched(func(coro) int { return 0 })), kind(yields{}), kind(1))
	var list []*Task[string]
	for await := range strings.FieldsSeq("a b c") {
		list = append(list, &Task[string]{value: await})
	}
	for _, Task := range list {
		fmt.Print(Task.await(), " ")
	}
	fmt.Println()
	type await = Task[bool]
	fmt.Printf("%T %v\n", await{}, await{value: true}.await())
}
