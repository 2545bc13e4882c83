package main

func f(a int, b) {} // ERROR "syntax error: missing parameter type"
func g(a, b int, c) {} // ERROR "syntax error: missing parameter type"

func main() {}
