// Package embedded has files of its folder.
package embedded

import (
	"embed" // with a comment
)

//go:embed hello.txt
var hello string

//go:embed hello.txt
var bytes []byte

//go:embed data hello.txt
var tree embed.FS

var (
	//go:embed all:data
	all embed.FS

	//go:embed data/*.txt "data/sub/b.html"
	// A comment may stand between.

	some embed.FS // and behind
)

type text string

//go:embed data/a.txt
var typed text

type emptyTree = embed.FS

var raw = `
//go:embed nothing
`
