package main

import "fmt"

type t struct{}

func main() {
	var s fmt.Stringer
	_ = s.(t) // ERROR "impossible type assertion: s.(t)"
	_ = s.(*t) // ERROR "impossible type assertion: s.(*t)"
	_ = s.(int) // ERROR "impossible type assertion: s.(int)"
	var e error
	_, ok := e.(t) // ERROR "impossible type assertion: e.(t)"
	_ = ok
}
