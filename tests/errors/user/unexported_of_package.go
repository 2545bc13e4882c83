package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.println("x") // ERROR "undefined: fmt.println (but have Println)"
	strings.split("a", "b") // ERROR "undefined: strings.split (but have Split)"
	fmt.Foo() // ERROR "undefined: fmt.Foo"
}
