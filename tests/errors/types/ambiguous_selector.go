package main

type a struct{ x int }
type b struct{ x int }
type c struct {
	a
	b
}

func (a) m() {}
func (b) m() {}

func main() {
	var v c
	v.x = 1 // ERROR "ambiguous selector v.x"
	v.m() // ERROR "ambiguous selector v.m"
}
