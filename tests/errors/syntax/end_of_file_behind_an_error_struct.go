package main

var x = 08 // ERROR "invalid digit '8' in octal literal"

type T struct {
	a undefd // ERROR "undefined: undefd"
	b // ERROR "undefined: b"
