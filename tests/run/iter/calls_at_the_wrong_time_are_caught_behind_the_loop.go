package main

import (
	"fmt"
	"runtime"
)

func swallows(yield func(int) bool) {
	defer func() { fmt.Println("iterator:", recover()) }()
	yield(1)
	yield(2)
}

func swallowsTwice(yield func(int) bool) {
	for range 2 {
		func() {
			defer func() { fmt.Println("iterator:", recover()) }()
			yield(1)
		}()
	}
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, is := r.(runtime.Error)
		fmt.Println(name, r, is)
	}()
	f()
	fmt.Println(name, "goes on")
}

func find() (found int) {
	for x := range swallows {
		return x
	}
	return -1
}

func main() {
	try("break", func() {
		for range swallows {
			break
		}
	})
	try("return", func() { fmt.Println(find()) })
	try("twice", func() {
		for range swallowsTwice {
			break
		}
	})
	try("outer", func() {
	outer:
		for range 2 {
			for range swallows {
				continue outer
			}
		}
	})
	try("panic", func() {
		for range swallowsTwice {
			panic("body")
		}
	})
	var late func(int) bool
	try("late", func() {
		for range func(yield func(int) bool) { late = yield } {
		}
		late(1)
	})
	try("later", func() { late(1) })
}
