package main

type t struct{}
type i interface {
	t
	m()
}

var v i // ERROR "cannot use type i outside a type constraint: interface contains type constraints"

func main() {}
