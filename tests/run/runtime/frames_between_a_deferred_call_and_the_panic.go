package main

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// where is the line of the frame that is skip levels above its caller.
func where(skip int) string {
	_, file, line, ok := runtime.Caller(skip + 1)
	if !ok {
		return "no frame"
	}
	if strings.HasPrefix(path.Base(file), "frames_between") {
		return fmt.Sprint("line ", line)
	}
	return "runtime"
}

func functions() {
	pcs := make([]uintptr, 30)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		frame, more := frames.Next()
		fmt.Print(" ", frame.Function)
		if !more {
			break
		}
	}
	fmt.Println()
}

func try(name string, f func()) {
	defer func() {
		fmt.Println(name, where(0), where(1), where(2), where(3))
		functions()
		recover()
		fmt.Println(where(1), where(2))
	}()
	f()
}

func returns() {
	defer func() {
		fmt.Println("at the end:", where(0), where(1), where(2))
	}()
	fmt.Println("in the function:", where(0))
}

func early(n int) int {
	defer func() {
		fmt.Println("at the return:", where(1))
	}()
	if n > 0 {
		return n * 2
	}
	return n
}

var (
	list  []int
	table map[string]int
	point *struct{ x int }
	empty any
	zero  int
	more  = -1
)

func main() {
	try("panic", func() { panic("text") })
	try("index", func() { fmt.Println(list[3]) })
	try("bounds", func() { fmt.Println(list[3:]) })
	try("nil", func() { fmt.Println(point.x) })
	try("assertion", func() { fmt.Println(empty.(int)) })
	try("division", func() { fmt.Println(1 / zero) })
	try("shift", func() { fmt.Println(1 << more) })
	try("closed", func() {
		c := make(chan int)
		close(c)
		close(c)
	})
	try("sent", func() {
		c := make(chan int)
		close(c)
		c <- 1
	})
	try("compared", func() {
		var a, b any = list, list
		fmt.Println(a == b)
	})
	returns()
	early(1)
	functions()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer functions()
		runtime.Goexit()
	}()
	<-done
	fmt.Println(where(0), where(1), where(2), where(3))
}
