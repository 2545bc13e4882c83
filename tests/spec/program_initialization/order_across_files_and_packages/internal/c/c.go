package c

import "fmt"

func init() { fmt.Println("init package c, imported for its effects") }
