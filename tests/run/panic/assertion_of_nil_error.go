package main

import "fmt"

type myErr struct{}

func (*myErr) Error() string { return "" }

func main() {
	var e error
	fmt.Println(e.(*myErr))
}
