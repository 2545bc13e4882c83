package main

type t struct {
	a int 5    // ERROR "incorrect tag syntax"
	b int 'x'  // ERROR "incorrect tag syntax"
	c int 1.5  // ERROR "incorrect tag syntax"
	d int "ok"
	e 2i // ERROR "incorrect tag syntax"
	*f 0x1F // ERROR "incorrect tag syntax"
}

type e int
type f int

func main() {}
