package main

import "fmt

// ERROR@3 "string literal not terminated"

func main() { x := 1 }
