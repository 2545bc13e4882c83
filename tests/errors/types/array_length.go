package main

var n = 3
const f = 1.5

var a [n]int // ERROR "invalid array length n"
var b [-1]int // ERROR "invalid array length -1 (untyped int constant)"
var c [f]int // ERROR "array length f (untyped float constant 1.5) must be integer"
var d ["x"]int // ERROR "(untyped string constant) must be integer"
var e [1 << 70]int // ERROR "invalid array length 1 << 70 (untyped int constant 1180591620717411303424)"
var g [2.0]int
var h [...]int // ERROR "invalid use of [...] array (outside a composite literal)"

func main() {}
