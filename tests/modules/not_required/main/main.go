package main

import (
	"example.com/a"
	"example.com/a/missing"
	"example.com/b"
	"example.com/c"
)

func main() { a.X(); b.X(); c.X(); missing.X() }
