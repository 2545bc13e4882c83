package main

import (
	"example.com/u/p"
	q "example.com/u/p"
	"fmt"
	"os"
)

type T struct{ p.S }

func (t p.S) Method() {}

func main() {
	_ = p.S{1, 2}
	_ = p.S{a: 1}
	_ = p.S{B: 1}.a
	p.V = "x"
	p.C = 1
	p.F = nil
	fmt.Println(p.Undefined, q)
	var t T
	t.m()
	t.M()
	var i p.I = t
	_ = i
	p := 1
	p.V = 2
}

func dup() {}
