package main

import (
	"example.com/m"
	"example.com/m/a"
)

func main() { a.A(); m.B() }
