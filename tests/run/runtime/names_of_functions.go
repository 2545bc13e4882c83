// Functions by the number that reflect gives, and by places of calls.
package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
)

type T struct{}

func (T) value()    {}
func (*T) pointer() {}

type list[E any] struct{}

func (list[E]) add(E) {}

func plain()           {}
func generic[X any](X) {}

func name(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }

var initial = here()

func here() string {
	pc, file, line, ok := runtime.Caller(1)
	f := runtime.FuncForPC(pc - 1)
	before, number := f.FileLine(pc - 1)
	return fmt.Sprint(f.Name(), " ", filepath.Base(file), line, ok, file == before, line == number, filepath.IsAbs(file))
}

// Small functions have frames, too.
func inner() string  { return callers() }
func outer() string  { return inner() }
func outest() string { return outer() }

func callers() string {
	var pcs [16]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	var out []string
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			out = append(out, fmt.Sprint(frame.Function, ":", frame.Line))
		}
		if !more {
			return strings.Join(out, " ")
		}
	}
}

func (T) report() string { return where(0) + where(1) + where(2) + where(3) }

func where(skip int) string {
	pc, _, line, _ := runtime.Caller(skip)
	return fmt.Sprint(runtime.FuncForPC(pc).Name(), ":", line, " ")
}

func viaReport() string { return T{}.report() }

type around struct{ T }

type reporter interface{ report() string }

func promoted() {
	fmt.Println(name(around.report), name((*around).report), name(around{}.report), name(reporter.report), name(reporter(T{}).report))
}

func main() {
	promoted()
	fmt.Println(name(plain), name(generic[int]), name(strings.ToUpper), name(func() {}))
	fmt.Println(name(T.value), name((*T).pointer), name(T{}.value), name((&T{}).pointer))
	var nothing func()
	fmt.Println(reflect.ValueOf(nothing).Pointer(), name(main) == "main.main")
	a, b := func(n int) func() { return func() { _ = n } }, plain
	fmt.Println(reflect.ValueOf(a(1)).Pointer() == reflect.ValueOf(a(2)).Pointer(), reflect.ValueOf(b).Pointer() == reflect.ValueOf(plain).Pointer())
	fmt.Println(initial)
	fmt.Println(here())
	func() { fmt.Println(here()) }()
	fmt.Println(outest())
	fmt.Println(viaReport())
	func() { fmt.Println(T{}.report()) }()
}
