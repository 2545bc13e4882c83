package misembed

import (
	_ "embed" // for the text
	"testing"
)

const brace = "{" // "

//go:embed hello.txt
var hello string

func TestNothing(t *testing.T) {
	//go:embed hello.txt
	var inside string
	t.Log(hello, inside)
}

var (
	//go:embed hello.txt
	grouped, second string
)
