package main

import "fmt"

type T struct{}

func (T) Get() int { return late }

var early = T{}.Get()
var fn = T.Get
var viaFn = fn(T{})
var lit = func() int { return late + 1 }()
var late = func() int { fmt.Println("late"); return 42 }()
var ptr = &late

func main() {
	*ptr = 7
	fmt.Println(early, viaFn, lit, late)
}
