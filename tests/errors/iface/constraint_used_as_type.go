package main

type number interface{ ~int | ~float64 }

var x number // ERROR "cannot use type number outside a type constraint: interface contains type constraints"

func f(n number) comparable { return nil } // ERROR "cannot use type number outside a type constraint: interface contains type constraints" "cannot use type comparable outside a type constraint: interface is (or embeds) comparable"

type s struct{ c comparable } // ERROR "cannot use type comparable outside a type constraint: interface is (or embeds) comparable"

func main() {}
