package main

var a [undefinedLen]int // ERROR "undefined array length undefinedLen or missing type constraint"
var b [int]string // ERROR "invalid array length int"

func main() {}
