package main
import ("fmt";"go/parser";"go/token";"go/scanner")
func main(){
 for _,s:=range []string{
 "func f(a int, b)","func f(a, b int, string)","func f(int, b string)","func f(a.B, c int)","func f(a ...int, b int)","func f(...int, string)","func f(a, b ...int)","func f(...)","func f(a ...)","func f(a, ...int)","func f(a, b ...)",
 "func f() (a ...int)","func f() (int, b string)","type T[P any, Q] int","type T[P any, Q, *int] int","func f[P, Q]()","func f[P any, int]()","func f[int]()","func f[*P]()","func f[P *int,]()","type T[P interface{}, *Q] int",
 "func f(a int b int)","func f(a int, b int","var x = [1, 2]int{}","func (a ...int) f()","func f[T 5]()","type X[T 5] int","type X interface { m(a int, b) }","var f func(a int, b)",
 }{
  fs:=token.NewFileSet()
  _,err:=parser.ParseFile(fs,"","package p\n"+s+"\n",parser.AllErrors)
  fmt.Println(s)
  if l,ok:=err.(scanner.ErrorList);ok { for _,e:=range l { fmt.Println("   ",e) } }
 }
}
