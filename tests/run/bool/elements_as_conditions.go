// Elements of slices of booleans as conditions of every statement, negated, and out of range.
package main

import "fmt"

type flag bool
type flags []flag

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	b := []bool{true, false, true, false, false}
	for i := range b {
		if b[i] {
			fmt.Print("T")
		} else {
			fmt.Print("F")
		}
		if !b[i] {
			fmt.Print("-")
		}
	}
	fmt.Println()
	i := 0
	for b[i] == (i%2 == 0) && i < 3 {
		i++
	}
	fmt.Println(i)
	i = 1
	for !b[i] {
		i++
	}
	fmt.Println(i)
	b = []bool{true, true, true, false}
	for i = 0; b[i]; i++ {
	}
	fmt.Println(i, b[0] && b[3] || b[1], !(b[0] && !b[3]))
	own := flags{false, true}
	if own[0] || own[1] {
		fmt.Println("own")
	}
	array := [3]bool{1: true}
	for j := range array {
		if array[j] {
			fmt.Println(j)
		}
	}
	grid := [][]bool{{true}, {false}}
	for _, row := range grid {
		if row[0] {
			fmt.Println("row")
		}
	}
	m := map[int]bool{2: true}
	if m[2] && !m[3] {
		fmt.Println("map")
	}
	try("if", func() {
		if b[i+1] {
			fmt.Println("no")
		}
	})
	var u uint64 = 1 << 63
	try("unsigned", func() {
		if !b[u] {
			fmt.Println("no")
		}
	})
	n := -1
	try("negative", func() {
		for b[n] {
		}
	})
	var none []bool
	try("nil", func() {
		switch {
		case none[0]:
		}
	})
	calls := 0
	at := func(k int) int { calls++; return k }
	if b[at(0)] && !b[at(3)] && b[len(b)-2] {
		fmt.Println("calls", calls)
	}
}
