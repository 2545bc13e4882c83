package main

import (
	"errors"
	"fmt"
)

type Point struct{ x, y float64 }

func (p *Point) Scale(f float64) { p.x *= f; p.y *= f }
func (p Point) Moved(dx float64) Point { p.x += dx; return p }
func (Point) Anon() string              { return "anon" }
func (_ *Point) Blank() string          { return "blank" }

type Pair[A, B any] struct {
	a A
	b B
}

func (p Pair[A, B]) Swap() Pair[B, A]      { return Pair[B, A]{p.b, p.a} }
func (p Pair[First, _]) First() First      { return p.a }
func (p Pair[A, B]) Map[C any](f func(A, B) C) C { return f(p.a, p.b) }
func (p *Pair[A, _]) Set(a A)              { p.a = a }

type Func func(int) int

func (f Func) Twice(x int) int { return f(f(x)) }

type Map map[string]int

func (m Map) Inc(k string) Map { m[k]++; return m }

type Int int

func (i *Int) Add(n int) *Int { *i += Int(n); return i }
func (i Int) Even() bool      { return i%2 == 0 }

type Ch chan int

func (c Ch) Put(v int) Ch { c <- v; return c }

type Err string

func (e Err) Error() string        { return string(e) }
func (e Err) Is(target error) bool { return target == errors.ErrUnsupported }

type Chain struct{ log []string }

func (c *Chain) Do(s string) *Chain { c.log = append(c.log, s); return c }

type same struct{ T int }

func (s same) t() int { return s.T }

func recvr[T interface{ Even() bool }](x T) bool { return x.Even() }

func main() {
	p := Point{1, 2}
	p.Scale(3)
	(&p).Scale(2)
	q := p.Moved(1)
	fmt.Println(p, q, p.Anon(), p.Blank(), (*Point)(nil).Blank())
	pr := Pair[int, string]{1, "x"}
	pr.Set(5)
	fmt.Println(pr.Swap(), pr.First(), pr.Swap().First(), pr.Map(func(a int, b string) string { return fmt.Sprint(b, a) }))
	fmt.Println(pr.Map[[]any](func(a int, b string) []any { return []any{a, b} }))
	fmt.Println(Func(func(x int) int { return x * x }).Twice(3), Map{}.Inc("a").Inc("a"), Int(4).Even())
	var i Int
	i.Add(1).Add(2)
	fmt.Println(i, i.Even(), recvr(i), recvr(&i))
	c := make(Ch, 3).Put(1).Put(2)
	fmt.Println(len(c), <-c)
	var err error = fmt.Errorf("wrapped: %w", Err("inner"))
	var e Err
	fmt.Println(err, errors.Is(err, errors.ErrUnsupported), errors.As(err, &e), e)
	ch := new(Chain)
	ch.Do("a").
		Do("b").
		Do("c")
	fmt.Println(ch.log, same{3}.t())
	defer fmt.Println("deferred", p.Moved(10))
	defer p.Scale(0)
	f := p.Moved
	p.x = 100
	fmt.Println(f(1), Point.Moved(p, 1), (*Point).Moved(&p, 2))
	type emb struct {
		*Pair[string, Point]
		Int
	}
	m := emb{&Pair[string, Point]{"k", p}, 7}
	m.Set("z")
	m.Add(1)
	fmt.Println(m.First(), m.Even(), m.b.Moved(-100), m.Swap().a)
}
