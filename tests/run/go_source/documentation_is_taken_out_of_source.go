package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"sort"
)

const source = `// Copyright somebody.

// Package p is documented. See [T.M] and [bytes.Buffer].
//
// BUG(me): It does not work
// at all.
package p

import (
	"bytes"
	"math/rand/v2"
	x "example.com/go-y"
)

// TODO(you): write more
// NOTE(a): two   blanks

// Constants.
const (
	A = iota
	b
	C
)

// Kinds.
const (
	K1 Kind = iota
	k2
	K3
)

const hidden, Shown = 1, 2

// V is a variable.
var V, w T = T{a: 1}, T{A: 2}

var Single = 3

// Kind is a kind.
type Kind int

// T is a type.
type T struct {
	A int // exported
	a int
	embedded
	*Outer
	bytes.Buffer
	B, c string
}

type (
	// G is in a group.
	G[P any] struct{ p P }
	inner    int
	error    interface{ Error() string }
	// I is an interface.
	I interface {
		error
		M()
		hidden()
		J
		~int | string
	}
	J interface{ N() }
)

type embedded struct{ deeper }

// EM is of an embedded type.
func (embedded) EM() {}

// Same is at two places.
func (*embedded) Same() {}

type deeper struct{}

func (deeper) Deep() {}

// Outer is exported and embedded.
type Outer struct{}

// OM is promoted.
func (Outer) OM()   {}
func (Outer) Same() {}

// M is a method.
func (t *T) M(x struct{ A, b int }) {}
func (t T) m()  {}

// GM is of a generic type.
func (g *G[P]) GM() P { return g.p }

// New makes a T.
func New() (*T, error) { return nil, nil }

// Many makes several.
func Many() []T { return nil }

// Two gives two types.
func Two() (T, G[int]) { panic(0) }

func unexported() {}

// Of is generic.
func Of[T any](x T) T { return x }

// Plain belongs to the package.
func Plain(b bytes.Buffer) {}

func (BAD) X() {}
`

const other = `package p

// Package p goes on.

import "fmt"

// FIXME(x):
// SECBUG(b): later

// Last function.
func Last() fmt.Stringer { return nil }
`

const tests = `package p_test

import (
	"fmt"
	_ "embed"

	"example.com/p"
)

// helper helps.
func helper() int { return limit }

const (
	limit = 5
	unused = 6
)

type local struct{ n int }

func (l local) get() int { return l.n }

// This is the package's.
func Example() {
	fmt.Println("x")
	// Output: x
}

func Example_second() {
	fmt.Println(helper())
	// Unordered output:
	// 5
	// 6
}

func ExampleT() {
	var t p.T
	_ = t
	// Output:
}

func ExampleT_M_suffix() { fmt.Println(local{1}.get()) }
func ExampleT_M() { unknown() }
func ExamplePlain() {}
func ExampleNothing() {}
func ExampleT_Bad() {}
func Examplelower() {}
func ExampleG_GM(x int) {}
func ExampleNew() { /* output: no */ }
func TestX() {}
`

const whole = `package p_test

import "fmt"

type thing int

func (t thing) String() string { return "thing" }

func ExampleOf() {
	fmt.Println(thing(1))
	// Output: thing
}
`

func main() {
	for _, mode := range []doc.Mode{0, doc.AllDecls, doc.AllMethods, doc.PreserveAST} {
		fset := token.NewFileSet()
		var files []*ast.File
		for _, f := range [][2]string{{"a.go", source}, {"b.go", other}, {"p_test.go", tests}, {"whole_test.go", whole}} {
			file, err := parser.ParseFile(fset, f[0], f[1], parser.ParseComments)
			if err != nil {
				fmt.Println(err)
			}
			files = append(files, file)
		}
		p, err := doc.NewFromFiles(fset, files, "example.com/p", mode)
		if err != nil {
			fmt.Println(err)
			return
		}
		show := func(n any) string {
			var b bytes.Buffer
			printer.Fprint(&b, fset, n)
			return b.String()
		}
		examples := func(list []*doc.Example) {
			for _, x := range list {
				fmt.Printf("  example %q %q %q %q %v %v %d\n", x.Name, x.Suffix, x.Doc, x.Output, x.Unordered, x.EmptyOutput, x.Order)
				fmt.Println(show(x.Code))
				if x.Play != nil {
					fmt.Println("play:", show(x.Play))
				}
			}
		}
		values := func(list []*doc.Value) {
			for _, v := range list {
				fmt.Printf("  value %q %q\n%s\n", v.Doc, v.Names, show(v.Decl))
			}
		}
		funcs := func(list []*doc.Func) {
			for _, f := range list {
				fmt.Printf("  func %s %q %q %q %d\n%s\n", f.Name, f.Doc, f.Recv, f.Orig, f.Level, show(f.Decl))
				examples(f.Examples)
			}
		}
		fmt.Printf("---- mode %d\n%s %s %q %q %q %q\n", mode, p.Name, p.ImportPath, p.Doc, p.Imports, p.Filenames, p.Bugs)
		fmt.Printf("%s|%s|%s|%s\n", p.Synopsis(p.Doc), p.Text(p.Doc), p.HTML(p.Doc), p.Markdown(p.Doc))
		var markers []string
		for m := range p.Notes {
			markers = append(markers, m)
		}
		sort.Strings(markers)
		for _, m := range markers {
			for _, n := range p.Notes[m] {
				fmt.Printf("%s %q %q %v\n", m, n.UID, n.Body, fset.Position(n.Pos))
			}
		}
		examples(p.Examples)
		values(p.Consts)
		values(p.Vars)
		funcs(p.Funcs)
		for _, t := range p.Types {
			fmt.Printf("type %s %q\n%s\n", t.Name, t.Doc, show(t.Decl))
			values(t.Consts)
			values(t.Vars)
			funcs(t.Funcs)
			funcs(t.Methods)
			examples(t.Examples)
		}
		p.Filter(func(name string) bool { return name == "M" || name == "A" || name == "K1" })
		fmt.Printf("%d %d %d %q\n", len(p.Consts), len(p.Vars), len(p.Funcs), p.Doc)
		for _, t := range p.Types {
			fmt.Println(t.Name, len(t.Consts), len(t.Methods))
		}
	}

	for _, s := range []string{"", "One. Two.", "A. B. Smith wrote it. Yes.", "First\nsecond\tthird. x", "Copyright 2020. Text.", "all rights reserved", "Author: x", "# Heading. x", "\tcode. x", "  - item. x", "日本語。次", "See [io.Reader]. x",
		"e.g. this", "No end", "Version 1.2 is. x", "AB. C"} {
		fmt.Printf("%q %q\n", s, doc.Synopsis(s))
	}
	doc.ToHTML(os.Stdout, "The foo and http://x.\n\n\tcode\n", map[string]string{"foo": "#foo"})
	doc.ToText(os.Stdout, "Some words that are to be wrapped in short lines.\n\n\tcode\n", "> ", ">> ", 20)
	for _, s := range []string{"int", "any", "len", "iota", "clear", "foo", "Int"} {
		fmt.Print(doc.IsPredeclared(s), " ")
	}
	fmt.Println()
	fset := token.NewFileSet()
	f, _ := parser.ParseFile(fset, "x.txt", "package p", 0)
	_, err := doc.NewFromFiles(fset, []*ast.File{f}, "x")
	fmt.Println(err)
	_, err = doc.NewFromFiles(token.NewFileSet(), []*ast.File{f}, "x")
	fmt.Println(err)
	for _, f := range []func(){func() { doc.NewFromFiles(nil, nil, "x") }, func() { doc.NewFromFiles(fset, nil, "x", 1) }, func() { doc.NewFromFiles(fset, nil, "x", doc.AllDecls, doc.AllDecls) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
