package a

import "example.com/a/internal/x"

func X() { x.X() }
