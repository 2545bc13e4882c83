package main

import "fmt"

var later = trace("later needs x", x*10)
var table = map[string]int{"k": dep}
var dep = trace("dep through method", T{}.get())
var hidden = trace("hidden", 4)

type T struct{}

func (T) get() int { return hidden }

func f() int { return g() }

func g() int { trace("g", 0); return 5 }

func trace(s string, n int) int { fmt.Println("main:", s); return n }

func init() { fmt.Println("init a 1") }
