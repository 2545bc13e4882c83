package main

import (
	"fmt"
	"path"
	"runtime"
	"runtime/debug"
	"strings"
)

type t struct{}

func (*t) method() { where() }

func where() {
	for skip := range 5 {
		pc, file, line, ok := runtime.Caller(skip)
		if ok && strings.HasPrefix(runtime.FuncForPC(pc).Name(), "main.") {
			fmt.Println(skip, runtime.FuncForPC(pc).Name(), path.Base(file) != "", line, ok)
		}
	}
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			fmt.Println(frame.Function, frame.Line)
		}
		if !more {
			break
		}
	}
}

func main() {
	where()
	new(t).method()
	func() { where() }()
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok, runtime.FuncForPC(0) == nil)
	stack := string(debug.Stack())
	fmt.Println(strings.HasPrefix(stack, "goroutine 1 [running]:\n"), strings.Contains(stack, "main.main"))
}
