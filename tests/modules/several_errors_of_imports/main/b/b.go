package b

import (
	"example.com/m/c"
	"example.com/m/a"
	"example.com/m/c/internal/z"
	"example.com/m/other"
)
