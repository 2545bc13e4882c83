// Literals outside of functions are numbered in the order of initialisation; each init has a number.
package main

import (
	"fmt"
	"runtime"
)

func where() {
	pc, _, _, _ := runtime.Caller(1)
	fmt.Println(runtime.FuncForPC(pc).Name())
}

var a = func() { where() }
var b, c = func() { where() }, func() { where(); func() { where() }() }
var m = map[string]func(){"x": func() { where() }, "y": func() { where() }}
var d = deps(func() { where() })

func deps(f func()) func() { return func() { f(); where(); e() } }

var e = func() { where() }

func funcs() { f := func() { where() }; f() }

func init() { where(); f := func() { where() }; f() }
func init() { where(); f := func() { where() }; f() }

var _ = func() int { where(); return 1 }()

func main() {
	a()
	b()
	c()
	m["x"]()
	m["y"]()
	d()
	e()
	funcs()
}
