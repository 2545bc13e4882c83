package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
)

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", "package p\ntype T struct {\n\tX int\n\ty int\n}\ntype I interface {\n\tM()\n\tn()\n}\ntype E struct { a int }\nvar V = T{\n\tX: 1,\n\ty: 2,\n}\nvar W = T{X: 1, y: 2}\n", 0)
	fmt.Println(err, ast.FileExports(f))
	printer.Fprint(os.Stdout, fset, f)
}
