// A program as people write them: a scheduler with the usual names.
package main

import (
	"container/heap"
	"errors"
	"fmt"
	"sync"
	"time"
)

type TaskState int

const (
	Pending TaskState = iota
	Running
	Completed
	Failed
)

func (s TaskState) String() string { return [...]string{"pending", "running", "completed", "failed"}[s] }

type Task struct {
	ID       int
	priority int
	run      func() (any, error)
	state    TaskState
	done     chan struct{}
	result   any
	err      error
}

func (t *Task) Await() (any, error) { return await(t) }

func await(t *Task) (any, error) {
	<-t.done
	return t.result, t.err
}

type queue []*Task

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].priority > q[j].priority }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*Task)) }
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}

type Scheduler struct {
	mu    sync.Mutex
	tasks queue
	last  int
}

func (s *Scheduler) Go(priority int, f func() (any, error)) *Task {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	t := &Task{ID: s.last, priority: priority, run: f, done: make(chan struct{})}
	heap.Push(&s.tasks, t)
	return t
}

func (s *Scheduler) Run() {
	for s.tasks.Len() > 0 {
		t := heap.Pop(&s.tasks).(*Task)
		t.state = Running
		fmt.Println("running", t.ID, t.state)
		t.result, t.err = t.run()
		t.state = Completed
		if t.err != nil {
			t.state = Failed
		}
		close(t.done)
	}
}

func Gather(tasks ...*Task) (results []any, err error) {
	for _, t := range tasks {
		v, e := t.Await()
		results = append(results, v)
		err = errors.Join(err, e)
	}
	return
}

func WaitFor(t *Task, d time.Duration) error {
	select {
	case <-t.done:
		return nil
	case <-time.After(d):
		return errors.New("timed out")
	}
}

var sched = &Scheduler{}

func main() {
	var phasync sync.WaitGroup
	a := sched.Go(1, func() (any, error) { return "a", nil })
	b := sched.Go(3, func() (any, error) { return nil, errors.New("b failed") })
	c := sched.Go(2, func() (any, error) { return 3, nil })
	fmt.Println(WaitFor(a, time.Millisecond), a.state)
	phasync.Add(1)
	go func() {
		defer phasync.Done()
		sched.Run()
	}()
	results, err := Gather(a, b, c)
	phasync.Wait()
	fmt.Println(results, err, a.state, b.state, c.state)
	fmt.Println(await(c))
}
