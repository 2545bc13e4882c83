package b

import "fmt"

var early = func() int { fmt.Println("b2.early", W); return 1 }()

func init() { fmt.Println("init package b2", early) }
