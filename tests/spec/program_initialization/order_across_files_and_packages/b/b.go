package b

import "fmt"

var W = func() int { fmt.Println("b.W"); return 7 }()

func init() { fmt.Println("init package b"); W++ }
