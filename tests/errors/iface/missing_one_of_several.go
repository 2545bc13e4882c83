package main

import "fmt"

type rw interface {
	Read() string
	Write(string)
	fmt.Stringer
}
type t struct{}

func (t) Read() string { return "" }

func get() rw { return t{} } // ERROR "cannot use t{} (value of struct type t) as rw value in return statement: t does not implement rw (missing method String)"

func main() {}
