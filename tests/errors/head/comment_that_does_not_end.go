package main

import "fmt"
/* unclosed // ERROR "comment not terminated"

func main() { x := 1 }
