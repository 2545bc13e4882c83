package main

import (
	"errors"
	"fmt"
)

type a int
type b int
type err struct{ s string }

func (e err) Error() string { return e.s }

func main() {
	var x, y any
	fmt.Println(x == y, x == nil)
	x, y = 1, 1
	fmt.Println(x == y, x == 1, x == any(a(1)), any(a(1)) == any(b(1)), x == 1.0)
	x, y = "s", "s"
	fmt.Println(x == y)
	var e1, e2 error = err{"x"}, err{"x"}
	fmt.Println(e1 == e2, errors.New("x") == errors.New("x"))
	p := &err{"p"}
	x, y = p, p
	fmt.Println(x == y, x == any(&err{"p"}))
	var np *err
	var e error = np
	fmt.Println(e == nil, np == nil, any(np) == any((*err)(nil)))
	var s fmt.Stringer
	fmt.Println(any(s) == nil, s == nil)
	x, y = 1.5, float32(1.5)
	fmt.Println(x == y)
	type fnWrap struct{ n int }
	x, y = fnWrap{1}, fnWrap{1}
	fmt.Println(x == y, x == any(struct{ n int }{1}))
	x, y = int64(1<<62), uint64(1<<62)
	fmt.Println(x == y)
	ch := make(chan int)
	fmt.Println(any(ch) == any(ch), any(ch) == any(make(chan int)))
}
