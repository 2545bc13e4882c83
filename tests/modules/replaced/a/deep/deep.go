package deep

import "example.com/a/deep/internal/hidden"

const Name = "deep"

func Hidden() string { return hidden.Name }
