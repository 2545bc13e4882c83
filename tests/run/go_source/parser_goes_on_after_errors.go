// Trees, positions and unresolved names of files with errors.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

var bad = `func f( {
}
@@
func f(a int b int) {}
@@
func f(a, b) {}
@@
func f(a int, string) {}
@@
func (a T, b T) f() {}
@@
func () f() {}
@@
type T struct { a int, b string }
@@
type T struct { a b c }
@@
type T[P any struct{}
@@
type T[P] int
@@
type T[] int
@@
type I interface { m(); int | ; ~ }
@@
var x = 
@@
var x int = 5 6
@@
const c
@@
const ( a = iota; b c )
@@
import "fmt" "os"
@@
import fmt
@@
import ( "a"; 5 )
@@
func f() { x := ; y }
@@
func f() { if x := 1 { } }
@@
func f() { if { } }
@@
func f() { for i := 0; i < 10 { } }
@@
func f() { for i := 0; i < 10; i++ 
{ } }
@@
func f() { switch x { foo() } }
@@
func f() { switch x { case 1 foo() } }
@@
func f() { select { case x: default foo() } }
@@
func f() { a[1:2:] ; a[::] ; a[:] ; a[] }
@@
func f() { go f }
@@
func f() { defer (f()) }
@@
func f() { return 1, }
@@
func f() { x = [3]int{1, 2 }
@@
func f() { x := map[string]int{"a": 1
 } }
@@
func f() { f(1, 2
 ) }
@@
func f() { f(a...b) }
@@
func f() { a.(type) ; x := a.(type) }
@@
func f() { goto ; break 5 ; continue }
@@
func f() { else { } }
@@
func f() { } }
@@
func f()
{
}
@@
x := 5
@@
func f() { var a, b int = 1, ; }
@@
func f() { a, b += 1, 2 ; a++ ++ ; a := b := c }
@@
func f() { 1 = 2 ; a + b = c ; f() := 3 ; a.b := 4 }
@@
func f() { for range { } ; for a, b, c = range x { } ; for a := range x, y {} }
@@
func f() { type T struct ; var }
@@
func f() { L: ; L2: } 
@@
func f() { func g() {} }
@@
func f() { chan int <- x ; <-chan int(x) ; (<-chan int)(x) }
@@
func f() { x.(T ; y }
@@
func f() { if x == T{} { } ; for T{} { } }
@@
func f() { switch x := y.(type) { case int: ; case ; default: default: } }
@@
func f[T any](x T) T { return f[int](x) } ; func (r T) g[P any]() {}
@@
type A = B ; type C[T any] = D[T] ; type ( E int ; F )
@@
var _ = 'ab' + "\q" + 0x + 1_ + 08 + '' + "unterminated
@@
/* unterminated
@@
func f() { # }
@@
func f() { x := ` + "`raw" + `
@@
func f(x ...int, y int) {} ; func g(...int) {} ; func h(a, b ...int) {}
@@
func f() (a int, b) {} ; func g() (int, string { }
@@
type T struct { *int; []int; *p.T "tag"; (U); V[int]; a, b }
@@
func f() { _ = func(int) { } ; _ = struct{}{} ; _ = interface{ m() }(nil) ; _ = []int }
@@
func f() { x = a ? b : c }
@@
func f() { while x { } }
@@
func f() { i++ + 1 ; ++i ; i-- ; -i }
@@
func f() { var x [...]int ; y := [...]int{1} ; type T [...]int }
@@
package y
@@
func f() { a = <- ; b = & ; c = * ; d = ! }
@@
func f() { defer ; go ; if ; for ; switch ; select }
@@
func f() { case 1: x }
@@
func f() { x := []int{1,,2} ; f(,) ; f(1,,2) }
@@
type T func(a int) (b int) { }
@@
func 5() {} ; var 6 int ; type 7 int ; const 8 = 1
@@
func f() { if a; b; c { } ; switch a; b; c { } }
@@
func f() { for ;; { } ; for ; ; { } ; for a; b { } }
@@
type T interface { a, b() ; c() int; d ; e.f; *g; []h }
@@
func f() { a[b, c] ; a[b,] = 1; a[int]() ; x[a](b)[c:d].e }
@@
func (T) ; func (t T) x ; func x.y() {}`

func main() {
	for i, b := range strings.Split(bad, "\n@@\n") {
		for _, mode := range []parser.Mode{parser.AllErrors, 0, parser.SkipObjectResolution | parser.DeclarationErrors, parser.ParseComments | parser.AllErrors} {
			fs := token.NewFileSet()
			f, err := parser.ParseFile(fs, "x.go", "package x\n"+b, mode)
			fmt.Println(i, mode, f != nil)
			if l, ok := err.(scanner.ErrorList); ok {
				for _, e := range l {
					fmt.Println("  ", e)
				}
			} else if err != nil {
				fmt.Println("  ", err)
			}
			if mode == 0 && f != nil {
				n := 0
				var sb strings.Builder
				ast.Inspect(f, func(x ast.Node) bool {
					if x != nil {
						n++
						fmt.Fprintf(&sb, "%s[%d-%d] ", strings.TrimPrefix(fmt.Sprintf("%T", x), "*ast."), x.Pos(), x.End())
					}
					return true
				})
				fmt.Println(n, sb.String())
				for _, u := range f.Unresolved {
					fmt.Print(u.Name, " ")
				}
				fmt.Println()
			}
		}
	}
	for _, s := range []string{"a.b.c(1)[2]", "func(a, b int, c ...string) (x, y error) { return }", "a +", "[]int{1, 2: 3}", "map[string]struct{a int}{\"x\": {1}}", "a b", "", "x.(type)", "*p", "a[1:2:3]", "<-c", "interface{ ~int | string }", "f[int, string]", "(a)", "-1 << 2 &^ 3", "a && b || !c", "struct{}", "\"abc", "1 // c"} {
		e, err := parser.ParseExpr(s)
		fmt.Printf("%q %T %v\n", s, e, err)
		if e != nil {
			fmt.Println(e.Pos(), e.End())
		}
	}
}
