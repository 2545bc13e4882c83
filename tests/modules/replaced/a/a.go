package a

import (
	"example.com/a/deep"
	"example.com/a/internal/hidden"
)

const Name = "a" + hidden.Name

func Deep() string { return deep.Name + deep.Hidden() }
