// Before Go 1.22 all rounds of a loop shared its variables; what counts is what the module says that a package is of.
package main

import (
	"fmt"
)

type wide struct {
	a, b, c, d, e, f, g, h, i, j int
	name                         string
}

var initial = func() (fs []func() int) {
	for i := 0; i < 2; i++ {
		fs = append(fs, func() int { return i })
	}
	return fs
}()

func pick[T any](xs []T) []func() T {
	var fs []func() T
	for _, x := range xs {
		fs = append(fs, func() T { return x })
	}
	return fs
}

func main() {
	var fs []func() int
	for i, j := 0, 10; i < 3; i, j = i+1, j-1 {
		fs = append(fs, func() int { i += 10; return i*100 + j })
		i -= 10 * (i / 10)
	}
	for i, v := range []int{5, 6} {
		fs = append(fs, func() int { return i*10 + v })
	}
	for k := range map[int]bool{7: true} {
		fs = append(fs, func() int { return k })
		k = 8
	}
	for i, r := range "ab" {
		i := i
		fs = append(fs, func() int { return i + int(r) })
	}
	for _, v := range [2]int{1, 2} {
		v++
		fs = append(fs, func() int { v++; return v })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var ps []*int
	for _, v := range []int{1, 2, 3} {
		ps = append(ps, &v)
	}
	fmt.Println(*ps[0], *ps[1], ps[0] == ps[2])
	var ws []*wide
	for _, w := range []wide{{name: "a"}, {name: "b"}} {
		ws = append(ws, &w)
		defer func() { fmt.Println("deferred", w.name) }()
	}
	fmt.Println(ws[0].name, ws[0] == ws[1])
	for n := 0; n < 2; n++ {
		// The variables are new each time the loop is come to.
		var gs []func() string
		for _, s := range []string{"x", "y"} {
			s += fmt.Sprint(n)
			gs = append(gs, func() string { return s })
		}
		defer func() { fmt.Println(n, gs[0](), gs[1]()) }()
	}
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { c <- i }()
	}
	fmt.Println(<-c+<-c+<-c <= 9)
	for _, f := range append(pick([]string{"p", "q"}), pick([]string{"r"})...) {
		fmt.Print(f(), " ")
	}
	fmt.Println(initial[0](), initial[1]())
}
