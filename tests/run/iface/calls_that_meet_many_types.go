// One call site, more types than an inline cache holds: receivers of every shape, promoted ones, and function values of methods.
package main

import (
	"errors"
	"fmt"
)

type shape interface {
	area(int) int
	name() string
}

type square struct{ side int }
type rect struct{ w, h int }
type unit struct{}
type number int
type text string
type list []int
type table map[string]int
type fn func(int) int
type large struct{ a [20]int }
type pair struct {
	s string
	e error
}
type outer struct {
	pad int
	rect
}
type deep struct{ *outer }
type holder struct{ shape }

func (s square) area(k int) int { return s.side*s.side + k }
func (s square) name() string   { return "square" }
func (r *rect) area(k int) int  { return r.w*r.h - k }
func (r *rect) name() string    { return "rect" }
func (unit) area(k int) int     { return k }
func (unit) name() string       { return "unit" }
func (n number) area(k int) int { return int(n) * k }
func (n number) name() string   { return fmt.Sprint("number ", int(n)) }
func (t text) area(k int) int   { return len(t) + k }
func (t text) name() string     { return string(t) }
func (l list) area(k int) int   { return len(l) + cap(l) + k }
func (l list) name() string     { return fmt.Sprint([]int(l)) }
func (t table) area(k int) int  { t["k"] += k; return t["k"] }
func (t table) name() string    { return "table" }
func (f fn) area(k int) int     { return f(k) }
func (f fn) name() string       { return "fn" }
func (l large) area(k int) int  { l.a[3] += k; return l.a[3] }
func (l large) name() string    { return fmt.Sprint(l.a[:4]) }
func (p pair) area(k int) int   { return len(p.s) + k }
func (p pair) name() string     { return p.s + ": " + p.e.Error() }

type many interface {
	mix(a string, b float64, c []int, d error, rest ...any) (string, error)
}

func (s square) mix(a string, b float64, c []int, d error, rest ...any) (string, error) {
	return fmt.Sprint("square ", s, a, b, c, d, rest), nil
}
func (p pair) mix(a string, b float64, c []int, d error, rest ...any) (string, error) {
	return fmt.Sprint("pair ", p.s, a, b, c, d, rest), p.e
}
func (l large) mix(a string, b float64, c []int, d error, rest ...any) (string, error) {
	l.a[0]++
	return fmt.Sprint("large ", l.a[0], a, b, c, d, rest), d
}
func (unit) mix(a string, b float64, c []int, d error, rest ...any) (string, error) {
	return fmt.Sprint("unit ", a, b, c, d, rest), nil
}

func main() {
	o := &outer{1, rect{5, 6}}
	shapes := []shape{
		square{3}, &rect{2, 5}, unit{}, number(7), text("hello"), list{1, 2, 3}, table{"k": 1},
		fn(func(k int) int { return -k }), large{[20]int{3: 9}}, pair{"oops", errors.New("bad")},
		o, deep{o}, &deep{o}, holder{square{2}}, &holder{holder{number(4)}}, &square{4}, &large{}, &pair{"p", errors.New("q")},
	}
	for round := range 3 {
		sum := 0
		for _, s := range shapes {
			sum += s.area(round)
		}
		fmt.Println(sum)
	}
	for _, s := range shapes {
		f, g := s.area, s.name
		fmt.Println(s.name(), f(2), g())
	}
	for range 2 {
		for _, m := range []many{square{1}, pair{"a", errors.New("e")}, large{}, unit{}, &square{2}, &pair{"b", nil}, &large{}} {
			f := m.mix
			fmt.Println(m.mix("x", 1.5, []int{1}, nil, 1, "two"))
			fmt.Println(f("y", 2.5, nil, errors.New("d")))
		}
	}
	p := pair{"bound", errors.New("x")}
	bound := p.name
	p.s = "changed"
	fmt.Println(bound(), pair.name(p), (*pair).name(&p), shape.name(p))
	l := large{}
	add, expr := l.area, large.area
	fmt.Println(add(1), add(1), expr(l, 5), l.area(2))
	r := rect{3, 4}
	area := r.area
	r.w = 10
	fmt.Println(area(1), (*rect).area(&r, 2), deep.area(deep{o}, 3) > 0)
	var s shape
	func() {
		defer func() { fmt.Println(recover()) }()
		s.area(1)
	}()
	defer func() { fmt.Println("recovered", recover()) }()
	var d deep
	s = d
	s.area(1)
}
