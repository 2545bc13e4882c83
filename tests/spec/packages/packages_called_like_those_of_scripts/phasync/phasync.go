// Package phasync is a package of the program.
package phasync

type Task struct{ n int }

func New(n int) Task { return Task{n} }

func (t Task) Run() int { return t.n * 10 }

func Gather(list ...Task) (sum int) {
	for _, t := range list {
		sum += await(t)
	}
	return sum
}

func await(t Task) int { return t.n }
