package main

import "fmt"

func f(a int, s []string, m map[string]int) (out string) {
	g := func() {
		a++
		s = append(s, "x")
		m["a"] = a
		out += fmt.Sprint(a, s)
	}
	g()
	g()
	out += "!"
	return out
}

func fan(n int) []func() int {
	var fs []func() int
	total := 0
	for i := range n {
		fs = append(fs, func() int {
			total += i
			return total
		})
	}
	return fs
}

type acc struct{ sum int }

func (a *acc) adder() func(int) { return func(n int) { a.sum += n } }

func main() {
	m := map[string]int{}
	fmt.Println(f(1, nil, m), m)
	for _, g := range fan(4) {
		fmt.Print(g(), " ")
	}
	fmt.Println()
	var a acc
	add := a.adder()
	add(3)
	add(4)
	fmt.Println(a.sum)
	func(n int, fs ...func(int) int) {
		for _, f := range fs {
			n = f(n)
		}
		fmt.Println(n)
	}(2, func(n int) int { return n * n }, func(n int) int { return -n })
}
