package main

var x int

func x() {} // ERROR "x redeclared in this block"

type t int
type t string // ERROR "t redeclared in this block"

const c = 1

var c = 2 // ERROR "c redeclared in this block"

func f() {}
func f() {} // ERROR "f redeclared in this block"

func main() {}
