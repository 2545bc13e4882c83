package main

import "fmt"

fmt.Println("x") // ERROR "syntax error: non-declaration statement outside function body"

func main() {}
