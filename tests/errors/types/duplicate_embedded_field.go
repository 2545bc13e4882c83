package main

type a struct{}
type b struct {
	a
	*a // ERROR "a redeclared"
}
type c struct {
	a
	a int // ERROR "a redeclared"
}

func main() {}
