package main

func f(a int, string) {} // ERROR "syntax error: missing parameter type"
func g(x, y int, []string) (int, err error) { return 0, nil } // ERROR "syntax error: missing parameter name"

func main() {}
