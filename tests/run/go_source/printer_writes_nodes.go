package main
import ("fmt";"go/ast";"go/parser";"go/printer";"go/format";"go/token";"os";"bytes")
func main(){
 src:=`// Package doc
package p
// F does.
func F(a,b int) (x string, err error) { return "a"+b*c, nil } // trailing
type T struct { A int // a
 Bcd string ` + "`json:\"x\"`" + `
 // doc of C
 C map[string]func(int)  }
var ( x = 1; yy int = 2 )
`
 fs:=token.NewFileSet()
 f,err:=parser.ParseFile(fs,"a.go",src,parser.ParseComments)
 fmt.Println(err)
 printer.Fprint(os.Stdout,fs,f); fmt.Println("--")
 for _,d:=range f.Decls { printer.Fprint(os.Stdout,fs,d); fmt.Println("\n--"); format.Node(os.Stdout,fs,d); fmt.Println("\n--")
   (&printer.Config{Mode:printer.RawFormat,Tabwidth:8}).Fprint(os.Stdout,fs,d); fmt.Println("\n--")
   printer.Fprint(os.Stdout,fs,&printer.CommentedNode{Node:d,Comments:f.Comments}); fmt.Println("\n--") }
 e,_:=parser.ParseExpr("a+b*(c-d)/e<<f[x+1:y] && !g(1,2*3,func(x int)int{return x})")
 printer.Fprint(os.Stdout,token.NewFileSet(),e); fmt.Println()
 // built by hand
 fn:=&ast.FuncDecl{Name:ast.NewIdent("Hand"),Type:&ast.FuncType{Params:&ast.FieldList{List:[]*ast.Field{{Names:[]*ast.Ident{ast.NewIdent("a"),ast.NewIdent("b")},Type:ast.NewIdent("int")}}},Results:&ast.FieldList{List:[]*ast.Field{{Type:ast.NewIdent("int")}}}},
  Body:&ast.BlockStmt{List:[]ast.Stmt{&ast.IfStmt{Cond:&ast.BinaryExpr{X:ast.NewIdent("a"),Op:token.GTR,Y:ast.NewIdent("b")},Body:&ast.BlockStmt{List:[]ast.Stmt{&ast.ReturnStmt{Results:[]ast.Expr{ast.NewIdent("a")}}}}},&ast.ReturnStmt{Results:[]ast.Expr{&ast.CallExpr{Fun:ast.NewIdent("f"),Args:[]ast.Expr{&ast.BasicLit{Kind:token.STRING,Value:`"x"`},&ast.CompositeLit{Type:ast.NewIdent("T"),Elts:[]ast.Expr{&ast.KeyValueExpr{Key:ast.NewIdent("k"),Value:ast.NewIdent("v")}}}}}}}}}}
 var b bytes.Buffer
 fmt.Println(format.Node(&b,token.NewFileSet(),fn)); fmt.Println(b.String())
 file:=&ast.File{Name:ast.NewIdent("made"),Decls:[]ast.Decl{&ast.GenDecl{Tok:token.IMPORT,Lparen:1,Specs:[]ast.Spec{&ast.ImportSpec{Path:&ast.BasicLit{Kind:token.STRING,Value:`"os"`}},&ast.ImportSpec{Path:&ast.BasicLit{Kind:token.STRING,Value:`"fmt"`}}}},fn,&ast.GenDecl{Tok:token.TYPE,Specs:[]ast.Spec{&ast.TypeSpec{Name:ast.NewIdent("S"),Type:&ast.StructType{Fields:&ast.FieldList{List:[]*ast.Field{{Names:[]*ast.Ident{ast.NewIdent("A")},Type:ast.NewIdent("int")},{Names:[]*ast.Ident{ast.NewIdent("Bcd")},Type:ast.NewIdent("string"),Tag:&ast.BasicLit{Kind:token.STRING,Value:"`x`"}}}}}}}}}}
 b.Reset(); fmt.Println(printer.Fprint(&b,token.NewFileSet(),file)); fmt.Println(b.String())
 for _,s:=range []string{"x := 1\ny:=2\n","\n\n  if a {b()\n}\n","func f(){}\n\n","import (\n\"os\"\n\"fmt\"\n)\n","package p; import (\"os\";\"fmt\"\n\"a\")","package p\nfunc (","\t\tx++\n\t\ty--","","   \n"," // c\n","package p\nvar x = 0XAB + 1E3 + 0B1 + 0O7 + 0777i + 0X1P-2\n","for{}"} {
  out,err:=format.Source([]byte(s)); fmt.Printf("%q %v\n",out,err)
 }
 fmt.Println(printer.Fprint(os.Stdout,fs,5))
 ast.SortImports(fs,f)
}
