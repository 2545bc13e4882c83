package main

import (
	"fmt"
	"runtime"
)

type Point struct{ x, y int }

func (p Point) Sum(more int) int { return p.x + p.y + more }

func (p Point) String() string { return fmt.Sprint(p.x, ",", p.y) }

type Box[T any] struct{ v T }

func (b Box[T]) Get() T { return b.v }

type Outer struct{ Point }

type OuterPtr struct{ *Point }

type Summer interface{ Sum(int) int }

type Getter interface{ Get() int }

func attempt(name string, f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Printf("%s: %T %v %v\n", name, r, isRuntime, r)
	}()
	f()
}

func main() {
	var p *Point
	var b *Box[int]
	var o *Outer
	summers := []Summer{p, o, OuterPtr{}, Outer{}}
	for i, s := range summers {
		attempt(fmt.Sprint("interface ", i), func() { fmt.Println(s.Sum(1)) })
		attempt(fmt.Sprint("value of interface ", i), func() { f := s.Sum; fmt.Println(f(1)) })
	}
	attempt("generic", func() { fmt.Println([]Getter{b}[0].Get()) })
	attempt("expression", func() { (*Point).Sum(p, 1) })
	attempt("expression, generic", func() { f := (*Box[int]).Get; f(b) })
	attempt("value", func() { f := p.Sum; f(1) })
	attempt("direct", func() { p.Sum(1) })
	fmt.Println(p, []fmt.Stringer{p}, o)
	defer fmt.Println("deferred")
	fmt.Println(summers[0].Sum(2))
}
