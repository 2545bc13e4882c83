package main

import (
	"errors"
	"fmt"
	"strings"
)

type pair struct{ a, b int }

type half struct {
	a int32
	b string
}

type stack[T any] struct {
	items []T
}

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }

func texts() {
	long := strings.Repeat("0123456789", 5)
	for n := 0; n <= 40; n++ {
		// Into room that is there, over its end, and into nothing.
		room := make([]byte, 3, 3+n)
		copy(room, "abc")
		tight := append(make([]byte, 0, 3), "abc"...)
		var none []byte
		room = append(room, long[:n]...)
		tight = append(tight, long[1:1+n]...)
		none = append(none, long[2:2+n]...)
		fmt.Println(n, string(room), len(room), cap(room), string(tight), len(tight), string(none), none == nil)
	}
}

// The text that is added lies where it goes.
func overlaps() {
	for n := 0; n <= 20; n++ {
		for shift := 0; shift <= 9; shift++ {
			b := []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
			b = append(b[:5], string(b[5-shift/3+shift:])[:n]...)
			fmt.Print(string(b), " ", string(b[:30]), " ")
		}
		fmt.Println()
	}
}

func main() {
	texts()
	overlaps()

	var (
		pointers []*int
		names    []string
		values   []any
		errs     []error
		pairs    []pair
		halves   []half
		complexs []complex128
		maps     []map[string]int
		funcs    []func() int
		chans    []chan int
	)
	for i := range 300 {
		pointers = append(pointers, &i)
		names = append(names, fmt.Sprint("n", i))
		values = append(values, i)
		errs = append(errs, errors.New(names[i]))
		pairs = append(pairs, pair{i, -i})
		halves = append(halves, half{int32(-i), names[i]})
		complexs = append(complexs, complex(float64(i), 1))
		maps = append(maps, map[string]int{names[i]: i})
		funcs = append(funcs, func() int { return i })
		chans = append(chans, make(chan int, i))
	}
	sum := 0
	for i := range 300 {
		sum += *pointers[i] + len(names[i]) + values[i].(int) + len(errs[i].Error()) + pairs[i].a - pairs[i].b
		sum += int(-halves[i].a) + len(halves[i].b) + int(real(complexs[i])) + maps[i][names[i]] + funcs[i]() + cap(chans[i])
	}
	fmt.Println(sum, len(pointers), len(names), len(values), len(errs), len(pairs), len(halves), len(complexs))

	var s stack[string]
	var p stack[*pair]
	var e stack[error]
	for i := range 100 {
		s.push(strings.Repeat("x", i))
		p.push(&pair{i, i})
		e.push(nil)
	}
	total := 0
	for i := range 100 {
		total += len(s.items[i]) + p.items[i].b
		if e.items[i] != nil {
			panic("not nil")
		}
	}
	fmt.Println(total)

	// A slice that others see.
	base := make([]string, 2, 4)
	x := append(base, "x")
	y := append(base, "y")
	fmt.Println(x, y, len(base), len(append(x, "z", "w")), cap(x))
	// Of itself.
	list := []any{1}
	list = append(list, list)
	list = append(list, len(list))
	fmt.Println(list)
}
