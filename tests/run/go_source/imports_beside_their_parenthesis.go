package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
)

func main() {
	for _, text := range []string{
		"package a\nimport (\n\"a\"//a\n\"a\")\n",
		"package a\nimport (\n\"a\"//a\n\"a\")\nfunc f() {}\n",
		"package a\nimport (\n\"b\"\n\"a\"\n\"b\"\n\"a\")\nfunc f() {}\n",
		"package a\nimport (\n\"b\"\n\"a\"\n\"b\"\n)\nfunc f() {}\n",
	} {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "a.go", text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			panic(err)
		}
		ast.SortImports(fset, f)
		for _, d := range f.Decls {
			fmt.Println(fset.Position(d.Pos()), fset.Position(d.End()))
		}
		format.Node(os.Stdout, fset, f)
	}
}
