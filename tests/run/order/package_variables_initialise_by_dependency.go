package main

import "fmt"

var (
	a = show("a", c+b)
	b = show("b", f())
	c = show("c", 1)
	d = show("d", 5)
	e = show("e", 0)
)

var x, y = pair()

var z = show("z", y)

func pair() (int, int) { fmt.Println("pair"); return e, z0 }

var z0 = show("z0", 9)

func show(name string, n int) int {
	fmt.Println(name, n)
	return n
}

func f() int { return d + 1 }

func init() { fmt.Println("init 1", a, b, c, d) }
func init() { fmt.Println("init 2", x, y, z) }

func main() {
	fmt.Println("main")
}
