package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Printline("x") // ERROR "undefined: fmt.Printline"
	strings.toUpper("x") // ERROR "undefined: strings.toUpper (but have ToUpper)"
	var b strings.Buffer // ERROR "undefined: strings.Buffer"
	_ = b
	fmt.foo = 1 // ERROR "undefined: fmt.foo"
}
