// Calls through an interface: five million of them, on three types.
package main

import "fmt"

type shape interface{ area(int) int }

type square struct{ side int }
type rect struct{ w, h int }
type unit struct{}

func (s square) area(k int) int { return s.side*s.side + k }
func (r *rect) area(k int) int  { return r.w*r.h - k }
func (unit) area(k int) int     { return k }

func main() {
	shapes := []shape{square{3}, &rect{2, 5}, unit{}}
	sum := 0
	for i := 0; i < 5_000_000; i++ { // quick: 1_000_000
		sum += shapes[i%3].area(i & 3)
	}
	fmt.Println(sum)
}
