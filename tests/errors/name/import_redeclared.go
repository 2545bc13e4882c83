package main

import (
	"fmt"
	"fmt" // ERROR "fmt redeclared in this block" "imported and not used"
)

var strings = 1

func main() { fmt.Println() }
