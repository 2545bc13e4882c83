package main

import "fmt"

type t struct{}

func (*t) String() string { return "" }

func main() {
	var x any = t{}
	fmt.Println(x.(fmt.Stringer))
}
