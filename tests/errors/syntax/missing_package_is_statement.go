package main

import "fmt"
var x = 5;; // ERROR "syntax error: non-declaration statement outside function body"
fmt

func main() {}
