package main

import (
	"fmt"
	"strings"
)

type expr interface{ accept(visitor) any }
type visitor interface {
	num(n int) any
	add(a, b expr) any
	mul(a, b expr) any
}

type num int
type add struct{ a, b expr }
type mul struct{ a, b expr }

func (n num) accept(v visitor) any { return v.num(int(n)) }
func (e add) accept(v visitor) any { return v.add(e.a, e.b) }
func (e mul) accept(v visitor) any { return v.mul(e.a, e.b) }

type eval struct{}

func (eval) num(n int) any       { return n }
func (v eval) add(a, b expr) any { return a.accept(v).(int) + b.accept(v).(int) }
func (v eval) mul(a, b expr) any { return a.accept(v).(int) * b.accept(v).(int) }

type show struct{ depth *int }

func (s show) num(n int) any { return fmt.Sprint(n) }
func (s show) add(a, b expr) any {
	*s.depth++
	return "(" + a.accept(s).(string) + "+" + b.accept(s).(string) + ")"
}
func (s show) mul(a, b expr) any {
	*s.depth++
	return strings.Join([]string{a.accept(s).(string), b.accept(s).(string)}, "*")
}

func main() {
	e := add{num(1), mul{num(2), add{num(3), num(4)}}}
	d := 0
	fmt.Println(e.accept(show{&d}), "=", e.accept(eval{}), d)
	var x expr = e
	if a, ok := x.(add); ok {
		fmt.Println(a.a == num(1), a.b == mul{num(2), add{num(3), num(4)}}, a == x)
	}
	defer func() { fmt.Println(recover()) }()
	_ = add{num(1), nil}.accept(eval{})
}
