package main

var x = 08 // ERROR "invalid digit '8' in octal literal"

func
