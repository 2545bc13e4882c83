package noembed

import (
	_ "embed"
	"testing"
)

//go:embed missing.txt
var missing string

func TestNothing(t *testing.T) {}
