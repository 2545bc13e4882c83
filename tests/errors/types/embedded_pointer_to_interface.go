package main

type i interface{ m() }
type p *int
type s struct {
	*i // ERROR "embedded field type cannot be a pointer to an interface"
	p // ERROR "embedded field type cannot be a pointer"
}

func main() {}
