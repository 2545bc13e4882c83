package main

type a struct{ x a } // ERROR "invalid recursive type: a refers to itself"
type b [2]b // ERROR "invalid recursive type: b refers to itself"
type c struct{ d } // ERROR "invalid recursive type c"
type d struct{ e }
type e struct{ c }
type f f // ERROR "invalid recursive type: f refers to itself"
type g h // ERROR "invalid recursive type g"
type h g

func main() {}
