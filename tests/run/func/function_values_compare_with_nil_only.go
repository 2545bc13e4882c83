package main

import "fmt"

type op func(int, int) int

func (o op) twice(a, b int) int { return o(o(a, b), b) }

func add(a, b int) int { return a + b }

var table = map[string]op{
	"+": add,
	"-": func(a, b int) int { return a - b },
}

type node struct {
	fn  func(string) string
	alt []func() int
}

func main() {
	var f func()
	fmt.Println(f == nil, op(nil) == nil)
	f = func() { fmt.Println("called") }
	f()
	fmt.Println(table["+"](3, 4), table["-"].twice(10, 3), op(add).twice(1, 2), table["*"] == nil)
	n := node{fn: func(s string) string { return s + s }, alt: []func() int{func() int { return 7 }}}
	fmt.Println(n.fn("ab"), n.alt[0]())
	apply := func(f func(int, int) int, a, b int) int { return f(a, b) }
	fmt.Println(apply(add, 1, 2), apply(table["-"], 1, 2))
	var i any = add
	fmt.Println(i.(func(int, int) int)(5, 6))
	ch := make(chan func() string, 1)
	ch <- func() string { return "through a channel" }
	fmt.Println((<-ch)())
	fmt.Printf("%T %T\n", add, table["-"])
}
