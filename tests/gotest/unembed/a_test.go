package unembed

import "testing"

//go:embed hello.txt
var hello string

func TestNothing(t *testing.T) { t.Log(hello) }
