package main

var a
var b, c
var d =
var e int int

func main() {}
// ERROR@3 "syntax error: unexpected newline, expected type"
// ERROR@4 "syntax error: unexpected newline, expected type"
// ERROR@6 "syntax error: unexpected keyword var, expected expression"
// ERROR@8 "syntax error: unexpected ) after top level declaration"
