package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
)

const src = `// The package.
package p // name

// Before imports.

import "fmt" // used

// Lone.

// Doc of x.
var x = 1 // of x
// right below x

var y = map[string]int{ // opening
	"a": 1, // of a
	// before b
	"b": 2,
	// at the end
}

// F does it.
func F(a int /* in */, b int) {
	// first
	fmt.Println(a) // printed
	// after print

	if a > b { // because
		return // gone
	}
	/* last */
}

type T struct {
	// of A
	A int // behind A
	B int
	// below B
}
// end
`

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", src, parser.ParseComments)
	if err != nil {
		fmt.Println(err)
	}
	cmap := ast.NewCommentMap(fset, f, f.Comments)
	for _, d := range f.Decls {
		fmt.Printf("%T %d\n", d, len(cmap.Filter(d).Comments()))
	}
	ast.Inspect(f, func(n ast.Node) bool {
		for _, g := range cmap[n] {
			fmt.Printf("%T %v: %q\n", n, fset.Position(n.Pos()), g.Text())
		}
		return true
	})
	// Without a declaration its comments go, too.
	f.Decls = append(f.Decls[:2], f.Decls[3:]...)
	f.Comments = cmap.Filter(f).Comments()
	printer.Fprint(os.Stdout, fset, f)
	n := ast.NewIdent("q")
	cmap.Update(f.Decls[0], n)
	fmt.Println(len(cmap[n]), len(cmap[f.Decls[0]]), len(cmap.Comments()))
}
