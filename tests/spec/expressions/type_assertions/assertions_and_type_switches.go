package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
)

type I interface{ M() int }
type J interface {
	I
	N()
}
type A int

func (a A) M() int { return int(a) }

type B struct{ p *int }

func (b *B) M() int { return 1 }
func (b *B) N()     {}

type E struct{}

func (*E) Error() string { return "E" }

func attempt(f func()) {
	defer func() {
		r := recover()
		var te *runtime.TypeAssertionError
		err, _ := r.(error)
		fmt.Println(r, errors.As(err, &te))
	}()
	f()
}

func kind(x any) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case int, uint:
		return fmt.Sprintf("%T", x)
	case J:
		return "J"
	case I:
		return fmt.Sprint("I", x.M())
	case error:
		return "error " + x.Error()
	case func(), []any, map[string]any:
		return fmt.Sprintf("%T", x)
	case chan<- int:
		return "send"
	case *int:
		return "ptr"
	case interface{ Len() int }:
		return fmt.Sprint("len", x.Len())
	case [2]int, struct{ a int }:
		return fmt.Sprint(x)
	case I2[int]:
		return "I2[int]"
	case I2[string]:
		return "I2[string]"
	}
	return "?"
}

type I2[T any] interface{ Get() T }
type G[T any] struct{ v T }

func (g G[T]) Get() T { return g.v }

func as[T any](x any) (T, bool) { t, ok := x.(T); return t, ok }
func sw[T any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case []T:
		return "[]T"
	case map[string]T:
		return "map"
	}
	return "none"
}

func main() {
	var i I = A(3)
	var e any = i
	a, ok := e.(A)
	fmt.Println(a, ok, i.(A), e.(I).M())
	_, ok = i.(J)
	fmt.Println(ok)
	n, ok := e.(int)
	fmt.Println(n, ok)
	var r io.Reader = strings.NewReader("abc")
	w, ok := r.(io.Writer)
	fmt.Println(w, ok, r.(io.RuneReader) != nil)
	attempt(func() { _ = e.(int) })
	attempt(func() { _ = e.(J) })
	attempt(func() { _ = i.(J) })
	attempt(func() { _ = e.(fmt.Stringer) })
	e = nil
	attempt(func() { _ = e.(int) })
	attempt(func() { _ = e.(I) })
	i = (*B)(nil)
	attempt(func() { _ = i.(A) })
	attempt(func() { _ = any(B{}).(I) })
	attempt(func() { _ = any(G[int]{}).(I2[string]) })
	attempt(func() { _ = any(struct{ a int }{}).(struct{ b int }) })
	attempt(func() { _ = any([]int{}).([]string) })
	b, ok := i.(*B)
	fmt.Println(b == nil, ok, i == nil)
	x := 1
	for _, v := range []any{nil, 1, uint(2), &B{}, A(4), &E{}, func() {}, []any{}, make(chan<- int), make(chan int), &x, strings.NewReader("xy"), [2]int{1, 2}, struct{ a int }{3}, struct{ b int }{3}, G[int]{}, G[string]{}, G[bool]{}, errors.New("z")} {
		fmt.Print(kind(v), "; ")
	}
	fmt.Println()
	fmt.Println(as[int](1))
	fmt.Println(as[string](1))
	fmt.Println(as[error](&E{}))
	fmt.Println(as[fmt.Stringer](nil))
	fmt.Println(sw[int](1), sw[int]([]int{}), sw[any](map[string]any{}), sw[any](nil), sw[string](1))
	var err error = &E{}
	var target *E
	fmt.Println(errors.As(fmt.Errorf("w: %w", err), &target), target == err)
	m := map[any]string{A(1): "A", 1: "int", "1": "string", [1]int{1}: "array", G[int]{1}: "G", nil: "nil"}
	fmt.Println(m[A(1)], m[1], m["1"], m[[1]int{1}], m[G[int]{1}], m[nil], m[uint(1)] == "")
	attempt(func() { _ = m[[]int{}] })
	attempt(func() { m[func() {}] = "" })
}
