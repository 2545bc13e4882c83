package main

import (
	"errors"
	"fmt"
)

type task struct {
	name string
	f    func() error
}

func (t task) run() (err error) {
	defer t.guard(&err)
	return t.f()
}

func (t task) guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%s panicked: %v", t.name, r)
	}
}

var errPlain = errors.New("plain")

func main() {
	tasks := []task{
		{"ok", func() error { return nil }},
		{"err", func() error { return errPlain }},
		{"panic", func() error { panic("oops") }},
		{"nilmap", func() error { var m map[int]int; m[0]++; return nil }},
		{"nested", func() error {
			defer func() {
				if r := recover(); r != nil {
					panic(fmt.Sprint("re:", r))
				}
			}()
			panic("inner")
		}},
		{"deep", func() error {
			var f func(int) error
			f = func(n int) error {
				defer func() {}()
				if n == 0 {
					panic(errPlain)
				}
				return f(n - 1)
			}
			return f(50)
		}},
	}
	results := make(chan string)
	for _, t := range tasks {
		go func() { results <- fmt.Sprint(t.name, ": ", t.run()) }()
		fmt.Println(<-results)
	}
}
