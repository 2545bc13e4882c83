package main

import (
	"fmt"
	"runtime"
)

type grid struct {
	cells []int
	w     int
}

func (g *grid) index(x, y int) int { return y*g.w + x }
func (g *grid) at(x, y int) int    { return g.cells[g.index(x, y)] }
func (g *grid) sum(x int) int {
	return g.at(x, 0) +
		g.at(x, 1)
}
func div(a, b int) int   { return a / b }
func half(a, b int) int  { return div(a, b) + 1 }
func quart(a, b int) int { return half(half(a, b), b-1) }

//go:noinline
func where() string {
	_, _, line, _ := runtime.Caller(1)
	return fmt.Sprint(line)
}

func try(f func() int) {
	defer func() {
		r := recover()
		fmt.Println(r)
		pc := make([]uintptr, 20)
		n := runtime.Callers(0, pc)
		frames := runtime.CallersFrames(pc[:n])
		for {
			f, more := frames.Next()
			if f.Function != "" && (f.Function[:5] == "main." ) {
				fmt.Println("  ", f.Function, f.Line)
			}
			if !more {
				break
			}
		}
	}()
	fmt.Println(f())
}

func main() {
	g := &grid{[]int{1, 2, 3}, 2}
	try(func() int { return g.sum(0) })
	try(func() int { return g.sum(1) })
	try(func() int { return quart(8, 2) })
	try(func() int { return quart(8, 1) })
	try(func() int { return quart(8, 0) })
	h := grid{}
	h.w = 3
	fmt.Println(h.index(1, 2), where())
	fmt.Println(h.at(1, 1))
}
