package main

import (
	. "example.com/order/a"
	bb "example.com/order/b"
	_ "example.com/order/internal/c"
	"fmt"
)

var x = trace("x needs y", y+1)
var y = trace("y needs f", f())
var _ = trace("blank", 0)
var p, q = two()

func init() { fmt.Println("init z 1", x, y) }

func two() (int, int) { trace("two", 0); return later, later + 1 }

func main() {
	fmt.Println("main", x, y, p, q, V, Name(), bb.W, later, table["k"])
}

func init() { fmt.Println("init z 2") }
