package a

import (
	"example.com/order/b"
	"fmt"
)

var V = show("a.V", b.W+1)

func show(s string, n int) int { fmt.Println(s); return n }

func Name() string { return "dot imported" }

func init() { fmt.Println("init package a") }
