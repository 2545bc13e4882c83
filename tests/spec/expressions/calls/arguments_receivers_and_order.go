package main

import (
	"errors"
	"fmt"
)

type num int

func (n num) add(ms ...num) num {
	for _, m := range ms {
		n += m
	}
	return n
}
func (n *num) set(v num) *num { *n = v; return n }

type op func(int, int) int

func (o op) twice(a, b int) int { return o(o(a, b), b) }

func pair() (int, string)         { return 1, "p" }
func triple() (a, b int, c error) { return 2, 3, errors.New("t") }
func take(n int, s string) string { return fmt.Sprint(n, s) }
func rest(n int, xs ...any) string {
	return fmt.Sprint(n, len(xs), xs == nil, xs)
}
func ints(xs ...int) (int, bool) {
	if len(xs) > 0 {
		xs[0] = 100
	}
	return len(xs), xs == nil
}
func trace(s string, f func()) func() { fmt.Print("[", s); f(); return func() { fmt.Print(s, "] ") } }
func ret(s string, n int) int         { fmt.Print(s, " "); return n }
func get(s string) func(int, int) int {
	fmt.Print(s, " ")
	return func(a, b int) int { return a - b }
}

type chain struct{ s string }

func (c chain) a() chain   { c.s += "a"; return c }
func (c *chain) b() *chain { c.s += "b"; return c }

func main() {
	fmt.Println(take(pair()), rest(triple()))
	fmt.Println(rest(1), rest(1, nil), rest(1, nil, nil), rest(1, []any{1, 2}...), rest(1, []any{1, 2}), rest(1, nil...))
	s := []int{1, 2}
	fmt.Println(ints(s...))
	fmt.Println(ints(s[:0]...))
	fmt.Println(ints())
	fmt.Println(s)
	var n num = 1
	fmt.Println(n.add(1, 2).add(), n.set(5).add(1), num.add(2, 3), (*num).add(&n, 1), *(*num).set(&n, 9))
	fmt.Println(op(func(a, b int) int { return a*10 + b }).twice(1, 2))
	fmt.Println(get("f")(ret("x", 5), ret("y", 3)))
	defer trace("outer", func() { fmt.Print("!") })()
	func(a int, f func(int) int) { fmt.Println(f(a)) }(4, func(i int) int { return i * i })
	c := chain{}
	c.b().b()
	fmt.Println(c.a().a(), c)
	fmt.Println(func() int { return 7 }(), func(xs ...string) int { return len(xs) }("a", "b"))
	m := map[string]func(int) int{"sq": func(i int) int { return i * i }}
	fs := []func() string{func() string { return "zero" }}
	fmt.Println(m["sq"](3), fs[0](), struct{ f func() int }{func() int { return 1 }}.f())
	var f func()
	defer func() {
		fmt.Println(recover())
		var i interface{ add(...num) num }
		defer func() { fmt.Println(recover()) }()
		i.add(1)
	}()
	f()
}
