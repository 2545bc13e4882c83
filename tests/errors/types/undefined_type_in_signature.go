package main

func f(a Foo, b *Bar, c []Baz, d map[Qux]int, e chan Quux) (g func(Corge)) { return nil } // ERROR "undefined: Foo" "undefined: Bar" "undefined: Baz" "undefined: Qux" "undefined: Quux" "undefined: Corge"

func main() {}
