package a

import (
	"fmt"

	_ "init_order/d"
)

var Seen = Note("variable of a")

func Note(what string) int {
	fmt.Println(what)
	return len(what)
}

func init() { Note("init of a") }
