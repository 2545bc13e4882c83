package main

import (
	"example.com/other"
	"example.com/m/none"
	"internal/abi"
)

func main() { x := 1 }
