package b

import "fmt"

var Y = "s"

func f() { var q int }
