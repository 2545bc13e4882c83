package main

func (t) {} // ERROR "syntax error: unexpected {, expected name"
func (a t, b t) m() {} // ERROR "method has multiple receivers"

type t int

func main() {}
