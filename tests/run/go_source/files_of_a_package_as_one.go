package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
)

func main() {
	fs := token.NewFileSet()
	a, _ := parser.ParseFile(fs, "a.go", "package p\nimport \"fmt\"\nfunc A() {}", 0)
	b, _ := parser.ParseFile(fs, "b.go", "package p\nimport \"fmt\"\nfunc B() {}", 0)
	pkg := &ast.Package{Name: "p", Files: map[string]*ast.File{"a.go": a, "b.go": b}}
	f := ast.MergePackageFiles(pkg, ast.FilterImportDuplicates)
	fmt.Println(len(f.Decls), f.Name)
}
