package main

func f() // ERROR "missing function body"

func (t) m() int // ERROR "missing function body"

type t struct{}

func main() {}
