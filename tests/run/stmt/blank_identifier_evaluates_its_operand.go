package main

import "fmt"

func f(n int) int {
	fmt.Println("f", n)
	return n
}

var _ = f(1)

type t struct {
	_ int
	a int
	_ string
}

func g(_ int, _ string) (_ int, _ error) { return 3, nil }

func main() {
	_ = f(2)
	_, x := f(3), f(4)
	fmt.Println(x)
	for _ = range 2 {
		fmt.Println("loop")
	}
	v := t{a: 5}
	fmt.Println(v, v == t{a: 5})
	n, _ := g(0, "")
	fmt.Println(n)
}
