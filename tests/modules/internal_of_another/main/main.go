package main

import (
	"example.com/a"
	"example.com/a/internal/x"
)

func main() { a.X(); x.X() }
