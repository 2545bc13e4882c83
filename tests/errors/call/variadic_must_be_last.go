package main

func f(a ...int, b int) {} // ERROR "can only use ... with final parameter"
func g(a ...int, b ...int) {} // ERROR "can only use ... with final parameter"
func h() (a ...int) { return } // ERROR "invalid use of ..."

var v ...int // ERROR "syntax error: unexpected ..., expected type"

func main() {}
