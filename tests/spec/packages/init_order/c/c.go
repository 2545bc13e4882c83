package c

import "fmt"

var _ = func() int { fmt.Println("variable of c"); return 1 }()

func init() { fmt.Println("init of c") }
