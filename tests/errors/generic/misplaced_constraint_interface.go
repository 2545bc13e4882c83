package main

type number interface{ int | float64 }

var x number // ERROR "cannot use type number outside a type constraint: interface contains type constraints"
var y []number // ERROR "cannot use type number outside a type constraint: interface contains type constraints"

func f(n number) {} // ERROR "cannot use type number outside a type constraint: interface contains type constraints"

type s struct{ n number } // ERROR "cannot use type number outside a type constraint: interface contains type constraints"

func g() (c comparable) { return } // ERROR "cannot use type comparable outside a type constraint: interface is (or embeds) comparable"

var z interface{ ~int } // ERROR "cannot use type interface{~int} outside a type constraint: interface contains type constraints"

func main() {
	var a any = number(1) // ERROR "cannot use interface number in conversion (contains specific type constraints or is comparable)"
	_ = a.(number) // ERROR "cannot use type number outside a type constraint: interface contains type constraints"
}
