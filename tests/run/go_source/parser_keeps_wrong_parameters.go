// Lists of parameters that are wrong; the parser goes on.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
)

func main() {
	for _, s := range []string{"func h(a, b, c ...int)", "func h(a, b ...int, c int)", "func h(a, b ...int, c, d ...int)", "func h(...int, ...int)", "func h() (a, b ...int)", "func h() (...int)", "func h(a ...int) (b ...int, c int)", "type T func(a, b ...int)"} {
		f, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+s, parser.AllErrors)
		fmt.Println(s, err)
		ast.Inspect(f, func(n ast.Node) bool {
			if n != nil {
				fmt.Printf("%T[%d-%d] ", n, n.Pos(), n.End())
			}
			return true
		})
		fmt.Println()
	}
}
