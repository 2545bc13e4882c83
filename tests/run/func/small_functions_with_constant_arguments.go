// Small functions whose bodies become part of the caller, called with constants: each use of the parameter is as if the constant stood there.
package main

import (
	"fmt"
	"sync/atomic"
)

type kind uint8

type counter struct {
	n    int
	tags [4]int
	last kind
}

func (c *counter) add(by int)           { c.n += by }
func (c *counter) at(i int) int         { return c.tags[i] }
func (c *counter) set(i, v int)         { c.tags[i] = v }
func (c *counter) mark(k kind)          { c.last = k }
func (c counter) shifted(by uint) int   { return c.n<<by | c.n>>(by+60) }
func (c *counter) when(on bool, by int) {
	if on {
		c.n += by
	} else {
		c.n -= by
	}
}

func clamp(x, low, high int) int {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}

func both(a, b int) (int, int)         { return b, a }
func narrow(x int8, by int8) int8      { return x * by }
func wide(x, by uint64) uint64         { return x*by + by }
func ratio(a, b int) int               { return a / b }
func is(x any) bool                    { return x == 3 }
func sized[T ~int | ~uint8](x, y T) T  { return x*2 + y }
func not(b bool) bool                  { return !b }
func pick(b bool, x, y string) string {
	if b {
		return x
	}
	return y
}
func index(s []int, i int) int     { return s[i] }
func changed(x int) int            { x += 5; return x * x }
func float(x float64, n int) float64 { return x * float64(n) }

const big, small, neg = 40000, 300, -7

func main() {
	var c counter
	for i := range 5 {
		c.add(1)
		c.add(big)
		c.add(neg)
		c.set(2, i)
		c.set(i&3, small)
		c.when(true, 3)
		c.when(i%2 == 0, 1)
		c.when(false, 2)
	}
	c.mark(7)
	fmt.Println(c, c.at(2), c.shifted(3), c.shifted(0))
	p := &c
	p.add(2)
	p.set(3, neg)
	fmt.Println(c.n, p.at(3), clamp(c.n, 0, 255), clamp(-5, -3, 3), clamp(1, -3, 3), clamp(neg, -3, big))
	fmt.Println(both(1, 2))
	fmt.Println(narrow(100, 2), narrow(-128, -1), wide(1<<63, 3), wide(5, 0xffff_ffff_ffff_ffff))
	fmt.Println(is(3), is(4), is("3"), sized(3, 4), sized[uint8](200, 100), sized(kind(9), 1))
	fmt.Println(not(true), not(false), pick(true, "a", "b"), pick(c.n < 0, "a", "b"), changed(3), float(1.5, 3), float(2, -2))
	fmt.Println(index([]int{5, 6, 7}, 2), ratio(7, 2), ratio(-7, 2))

	var ops atomic.Int64
	var flag atomic.Bool
	ops.Add(3)
	fmt.Println(ops.Add(-1), ops.Load(), ops.CompareAndSwap(2, 10), ops.Swap(4), ops.Load(), flag.CompareAndSwap(false, true), flag.Load())

	add := func(by int) int { c.n += by; return c.n }
	fmt.Println(add(1), add(neg), add(big))

	for _, f := range []func(){
		func() { fmt.Println(index([]int{1}, 4)) },
		func() { fmt.Println(index([]int{1}, -1)) },
		func() { fmt.Println(ratio(c.n, 0)) },
		func() { var none *counter; none.add(1) },
		func() { var none *counter; fmt.Println(none.at(2)) },
		func() { fmt.Println(c.at(4)) },
		func() { fmt.Println(c.at(-1)) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
