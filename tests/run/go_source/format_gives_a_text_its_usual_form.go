package main

import (
	"fmt"
	"go/format"
)

func main() {
	for _, text := range texts {
		out, err := format.Source([]byte(text))
		fmt.Println(err)
		fmt.Print(string(out))
		again, err := format.Source(out)
		fmt.Println(string(again) == string(out), err)
	}
}

var texts = []string{
	`package p
func f1(x any) { switch x.(type) { case T, int, T: } } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { for { a() } } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { for { a() }; b() } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { if a { a() } else {} } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { switch { case 1: a() } } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { 
 b() } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
func f2(x any) { 
 b()
 c() } // ERROR
func f12[T any](x any)          { aaaaaaaaaaaaaaaaaaaaaaaaaaaa() } // ERROR
`,
	`package p
func f() {
L: ;
 goto L
M: 
 ;
}
func g() {
	if x { goto out }
out:
	;
}
func h() {
 {
out:
 }
}
func x() {
 b() // one
 ccccc() // two

} // three
`,
	`package p
func f() {
 goto out
out: }
func g() {
 goto out
out:
}
func h() {
 goto out
out:;}
func i() {
 goto out
out:
;}
func i() {
 goto out
out:
;
}
`,
	`package p
func f() {

 b()

}
func g() {
 b()


}
func h() {
L:


}
func i() {
L:
;


}
func j() {
x()
;

}
func k() {
if x {

}
L:

for {

}
}
`,
	`// Package p does.
//     - one
//     - two
//       more
// and so on.
//go:generate foo
//
//
// Heading here
//
// Text of it, [Link].
//
//    code here
//      more
//
// # Marked
// text right below
//
// # Marked2
//
// 1. not list
//   1) list
//   2) two
//
//   3) three
//
// [Link]: https://example.com
// last para
package p

/* Block comment
   with text
*/
type A int

/*
F is a function.

    code
*/
func F() {}

/*
 * stars
 * here
 */
func G() {}

//go:noinline
func H() {}

// H2 docs
//   - a
//   - b
//
// Example:
// 	x := 1
// done.
func H2() {}

//no space
func I() {}

//  two spaces
//  aligned
var x int

	// indented
	//    code
type T struct {
	// field doc
	//   code
	A int
}
// trailing:
//  * star
//  * star2

func J() {}
`,
	`package   x
import ("os";"fmt"
  "a/b" // c
 z "y"

 "b"
 "b")
// Doc of consts.
const (A=iota;B
 Ccc // third
 Dddd float64 = 1.5 // with type
)
var (
 x, y = 1,2
 longer string = "s" /* c */
   z int
)
type (
 I interface { M(a int, b string) (x, y int); fmt.Stringer
  ~int|~string }
 E struct {}
 O struct { a int }
 G[K comparable, V any] map[K]V
 S struct {
  a, b int // one
  ccc string `+"`"+`json:"c"`+"`"+` // two

  // about d
  d func(a, b int) error
  *E
  os.File `+"`"+`tag`+"`"+`
 }
)
func (s *S) m(a int,b ...string) (err error) { for i:=0;i<10;i++ { if a>b&&c||d { continue } else if x:=f();x!=nil { break } else { goto L } }
L:
 for range ch { }
 for k,v := range m { _ = k*2+v<<1 }
 switch x:=y.(type) { case int,string: f(); default: }
 switch { case a: fallthrough
 // before b
 case b:
  // in b
 }
 select { case v,ok:=<-c: case c<-1: default: }
 select {}
 go func() { x() }()
 defer f(a,
  b, c)
 x := []int{1,2,
  3}
 y := map[string]T{ "a": {1,2}, "bbbbb": {3,4},

 "c": {5,6}, }
 z := T{
  a: 1, // one
  bbbbbb: 2, // two
  c: func() { return },
  dddddddddddddddddddddddddddddddddddddddddddddddddddddd: 4,
 }
 if (a) { return a+b*c, -x, *p, &T{}, <-c, !b, a[i:j], a[i+1:], a[:j:k], f(x...), (T)(y), func(int)(x), (<-chan int)(nil) }
 s.a().
  b().
  c(1)
 v := a +
  b*
  c
 var q [2][]chan<- int
 return }
func short() { return }
func empty() {}
func two() { a(); b() } // behind
func long(aaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int) { return ccccccccccccccccccccccccccccc }
func params(
 a int,
 b string) (
 c int) {
}
/* before */ func /* in */ c( /* x */ a int /* y */) /* z */ { /* body */ }
`,
}
