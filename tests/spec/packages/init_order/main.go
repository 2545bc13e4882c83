// Packages are initialised by import path, as soon as what they import is.
package main

import (
	_ "init_order/c"
	_ "init_order/b"
	"init_order/a"
	"fmt"
)

var here = a.Note("variable of main")

func init() { fmt.Println("init of main") }

func main() { fmt.Println(here, a.Seen) }
