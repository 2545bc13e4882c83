package b

import "fmt"

var _ = func() int { fmt.Println("variable of b"); return 1 }()

func init() { fmt.Println("init of b") }
