package d

import "fmt"

var _ = func() int { fmt.Println("variable of d"); return 1 }()

func init() { fmt.Println("init of d") }
