package sched

type Scheduler struct{ tasks []func() }

var current int

func New() *Scheduler                   { return &Scheduler{} }
func (s *Scheduler) NewTask(f func())   { s.tasks = append(s.tasks, f) }
func TaskID() int                       { return current }
func (s *Scheduler) Run() {
	for i, f := range s.tasks {
		current = i + 1
		f()
	}
}
