// Constraints of a file are brought together, in their usual form.
package main

import (
	"fmt"
	"go/format"
)

var files = []string{
	"//go:build a&&(b||  !c)\npackage p\n",
	"// Copyright\n// lines\n\n//go:build x\n// Package p does.\npackage p\n",
	"// Copyright\n\n// +build a,b c\n// +build d\n\npackage p\n",
	"//go:build linux\n// +build old\n\npackage p\n",
	"//go:build a b\n// +build c\n\npackage p\n",
	"//go:build a\n//go:build b\n\npackage p\n",
	"// +build !a !b\n\n// +build ((\n\npackage p\n",
	"package p\n\n//go:build late\n\nfunc f() {}\n",
	"/* block */\n\n//go:build a\n\n// doc\npackage p\n",
	"\n\n// one\n\n// two\n//go:build a\n// three\n\npackage p // here\n",
	"//go:build a && b && c || d\n\n\n\npackage p\n\nvar x = `\n//go:build no\n`\n",
	"// +build ignore\npackage p\n",
	"//go:build ignore // why\n\npackage p\n",
}

func main() {
	for i, f := range files {
		out, err := format.Source([]byte(f))
		fmt.Printf("%d %v\n%s", i, err, out)
		again, err := format.Source(out)
		fmt.Println(string(again) == string(out), err)
	}
}
