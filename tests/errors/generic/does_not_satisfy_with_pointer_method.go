package main

import "fmt"

type t struct{}

func (*t) String() string { return "" }

func Show[T fmt.Stringer](v T) {}

type Box[T fmt.Stringer] struct{ v T }

func main() {
	Show(t{}) // ERROR "in call to Show, T (type t) does not satisfy fmt.Stringer (method String has pointer receiver)"
	Show(&t{})
	var b Box[t] // ERROR "t does not satisfy fmt.Stringer (method String has pointer receiver)"
	_ = b
}
