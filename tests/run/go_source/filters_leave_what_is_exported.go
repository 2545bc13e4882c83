package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"strings"
)

const src = `// Doc.
package p

import "fmt"

const (
	A = iota // a
	b
	C
)

const ( x = 1 )

var D, e = 1, 2
var f, g int

// T is.
type T struct {
	// X is.
	X int
	y int
	Z, w string
	*u
	V
	In struct { a int; B int }
}

type u struct{}

type I interface {
	M(a int)
	n()
	fmt.Stringer
	k
}

type k interface{ F() }

// F does.
func F(a int) { fmt.Println(a) }

func g2() {}

func (t T) M() {}
func (t *T) m() {}
func (t u) M() {}
func (t *G[K]) M() {}

type G[K any] struct { K K; l K }

var Lit = T{X: 1, y: 2}
var M = map[string]u{"a": {}}
type Fn func(u, T) (r u)
`

func main() {
	parse := func() (*token.FileSet, *ast.File) {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "x.go", src, parser.ParseComments)
		if err != nil {
			panic(err)
		}
		return fset, f
	}
	fset, f := parse()
	fmt.Println(ast.FileExports(f))
	printer.Fprint(os.Stdout, fset, f)
	fset, f = parse()
	fmt.Println(ast.FilterFile(f, func(name string) bool { return strings.ContainsAny(name, "TXF") }))
	printer.Fprint(os.Stdout, fset, f)
	fset, f = parse()
	for _, d := range f.Decls {
		fmt.Print(ast.FilterDecl(d, func(name string) bool { return name == "T" || name == "y" || name == "m" }), " ")
	}
	fmt.Println()
	printer.Fprint(os.Stdout, fset, f)
	fset, f = parse()
	pkg := &ast.Package{Name: "p", Files: map[string]*ast.File{"x.go": f}}
	fmt.Println(ast.PackageExports(pkg), ast.FilterPackage(pkg, func(s string) bool { return s == "F" }), len(f.Decls))
}
