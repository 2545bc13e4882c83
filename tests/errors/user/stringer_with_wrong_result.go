package main

import "fmt"

type t struct{}

func (t) String() int { return 1 }

func main() {
	var s fmt.Stringer = t{} // ERROR "cannot use t{} (value of struct type t) as fmt.Stringer value in variable declaration: t does not implement fmt.Stringer (wrong type for method String)"
	fmt.Println(s)
}
