package main

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"os"
)

func main() {
	for _, src := range []string{odd, comments} {
		for _, mode := range []scanner.Mode{0, scanner.ScanComments} {
			fs := token.NewFileSet()
			f := fs.AddFile("x.go", fs.Base(), len(src))
			var s scanner.Scanner
			var list scanner.ErrorList
			s.Init(f, []byte(src), func(p token.Position, m string) { list.Add(p, m) }, mode)
			for {
				p, t, l := s.Scan()
				fmt.Println(fs.Position(p), t, fmt.Sprintf("%q", l), s.End()-p)
				if t == token.EOF {
					break
				}
			}
			fmt.Println(s.ErrorCount, list.Err() != nil)
			scanner.PrintError(os.Stdout, list)
			list.RemoveMultiples()
			fmt.Println(len(list), list)
		}
	}
	fmt.Println(scanner.ErrorList{}, scanner.ErrorList(nil).Err(), scanner.Error{Msg: "m"})
	scanner.PrintError(os.Stdout, errors.New("other"))
	for t := token.Token(-1); t < 95; t++ {
		fmt.Print(t, t.Precedence(), t.IsLiteral(), t.IsOperator(), t.IsKeyword(), " ")
	}
	fmt.Println(token.Lookup("func"), token.Lookup("fun"), token.IsKeyword("go"), token.IsIdentifier("a1"), token.IsIdentifier("1a"), token.IsIdentifier("if"), token.IsExported("Ä"))
	fs := token.NewFileSet()
	a := fs.AddFile("a.go", -1, 20)
	b := fs.AddFile("b.go", 100, 10)
	fmt.Println(a, b, fs.Base(), a.SetLines([]int{0, 5, 9}), a.SetLines([]int{3, 3}), a.LineCount(), a.Lines())
	a.AddLine(15)
	a.AddLine(15)
	a.MergeLine(2)
	for _, p := range []token.Pos{0, 1, 6, 7, 15, 21, 22, 50, 100, 110, 111} {
		fmt.Print(fs.Position(p), " ", fs.File(p), " ")
	}
	a.AddLineColumnInfo(6, "other.y", 10, 3)
	fmt.Println(a.Position(a.Pos(7)), a.PositionFor(a.Pos(7), false), a.Line(a.Pos(16)), a.Offset(500), a.Pos(-3), a.LineStart(2), a.End(), a.Size(), a.Base(), a.Name())
	fs.RemoveFile(a)
	fs.Iterate(func(f *token.File) bool { fmt.Println(f.Name()); return true })
	fs.AddExistingFiles(a)
	fs.Iterate(func(f *token.File) bool { fmt.Println(f.Name()); return true })
	func() {
		defer func() { fmt.Println(recover()) }()
		fs.AddFile("c", 1, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		a.LineStart(99)
	}()
	var pos token.Position
	fmt.Println(pos, pos.IsValid(), token.Position{Filename: "f"}, token.Position{Filename: "f", Line: 3}, token.Position{Line: 3, Column: 4}, token.NoPos.IsValid())
}

const odd = `package p /* c */ // d
var x = 0x_1 + 0b12 + 09 + 1_ + 0x1.8 + 1e + 'ab' + '\q' + "a\xg" + 1i + .5e-3i + 0x1p-2
func f() { return /* multi
line */ }
x++ /* a */ /* b */
y := a &^= b <<= c ... . .5 “ # @ ~ | || & && <- 
`+"`"+`raw
s`+"`"+` "unterminated
'
/*line foo.go:10*/ z
//line bar.go:20
w /* not closed
`

const comments = `package p
x /* a
 */ /* b */
return /*c*/ /*d
*/ y`
