package main

type t struct {
	a int
	a string // ERROR "a redeclared"
}

func (t) m() {}
func (t) m() {} // ERROR "method t.m already declared at redeclared_field_and_method.go:8:10"
func (t) a() {} // ERROR "field and method with the same name a"

type i interface {
	m()
	m() // ERROR "duplicate method m"
}

func main() {}
