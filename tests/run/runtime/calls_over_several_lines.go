// The line of a call is that of its parenthesis.
package main

import (
	"fmt"
	"runtime"
)

func line() int {
	_, _, line, _ := runtime.Caller(1)
	return line
}

func above() int {
	_, _, line, _ := runtime.Caller(2)
	return line
}

type chain struct{ lines []int }

func (c *chain) next(x ...int) *chain {
	_, _, line, _ := runtime.Caller(1)
	c.lines = append(c.lines, line)
	return c
}

type value struct{ f func() int }

func (value) method() int { return above() }

type caller interface{ method() int }

func generic[T any](T) int { return above() }

func main() {
	fs := []func() int{line}
	fmt.Println(
		fs[0](),
		fs[
			0](),
		value{}.
			method(),
		value{
			f: line,
		}.f(),
		generic[int](
			1),
		generic[
			int](1),
		(
			caller(value{})).
			method(),
		caller.method(
			value{}),
		func() int {
			return line()
		}(),
	)
	c := &chain{}
	c.next().
		next(1,
			2).
		next(
			line(),
			line())
	fmt.Println(c.lines)
	x := line() +
		line() +
		[]int{
			line(),
		}[0]
	fmt.Println(x)
	func() {
		defer func() {
			fmt.Println(recover(), line())
		}()
		var m map[string]int
		m[
			"a"] =
			line()
	}()
}
