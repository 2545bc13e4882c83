package a

import (
	"example.com/m/none"
	"example.com/m/b"
)

var A int = "a"
