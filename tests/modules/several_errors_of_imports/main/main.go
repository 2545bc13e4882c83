package main

import (
	"example.com/m/prog"
	"example.com/m/none"
	"example.com/m/empty"
	"example.com/m/a"
	"example.com/m/c"
	"example.com/m/cz/internal/no"
	"example.com/m/head"
)

func main() { x := a.A }
