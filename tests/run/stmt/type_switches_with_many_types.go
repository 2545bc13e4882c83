package main

import (
	"errors"
	"fmt"
	"io"
)

type A struct{ x int }
type B struct{ x, y int }
type C struct{ s string }
type D [5]int
type E struct{}
type F func() int
type G map[string]int
type Big struct {
	a, b, c, d, e, f, g, h, i, j int
	s                            string
}

func (A) Read(p []byte) (int, error) { return 0, io.EOF }

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case int:
		v++
		return fmt.Sprint("int ", v)
	case string:
		return "string " + v
	case A, *A:
		return fmt.Sprintf("A or *A %v", v)
	case B:
		v.x = 100
		return fmt.Sprint("B ", v.x+v.y)
	case C:
		return v.s
	case D:
		v[0] = 7
		return fmt.Sprint("D ", v)
	case E:
		return fmt.Sprint("E", v)
	case F:
		return fmt.Sprint("F ", v())
	case G:
		return fmt.Sprint("G ", len(v))
	case Big:
		v.a++
		return fmt.Sprint("Big ", v.a, v.s)
	case float32:
		return fmt.Sprint("float32 ", v*2)
	case bool:
		return fmt.Sprint("bool ", !v)
	case int8:
		return fmt.Sprint("int8 ", v+127)
	case []int, error, io.Reader:
		return fmt.Sprintf("many %T", v)
	case fmt.Stringer:
		return "stringer " + v.String()
	default:
		return fmt.Sprintf("default %T", v)
	}
}

type T1 struct{}

func (T1) String() string { return "T1" }

func capture(v any) func() int {
	switch v := v.(type) {
	case int:
		return func() int { v += 2; return v }
	case *B:
		return func() int { v = &B{v.x + 1, v.y}; return v.x }
	case B:
		return func() int { v.x++; return v.x }
	case Big:
		p := &v
		return func() int { p.a++; return v.a }
	case fmt.Stringer:
		return func() int { return len(v.String()) }
	}
	return nil
}

func reassign(v any) any {
	switch w := v.(type) {
	case *A:
		w = &A{w.x + 1}
		return w.x
	case any:
		v = 5
		w = "changed"
		return w
	}
	return v
}

func few(v any) int {
	n := 0
	for i := range 3 {
		switch v.(type) {
		case int, string:
			if i == 1 {
				continue
			}
			n += 1
		case error:
			n += 10
			break
		default:
			n += 100
		}
	}
	return n
}

func gen[T any](v any) string {
	switch x := v.(type) {
	case T:
		return fmt.Sprint("T ", x)
	case int:
		return fmt.Sprint("int ", x)
	case string:
		return "string " + x
	case []T:
		return fmt.Sprint("[]T ", len(x))
	case map[string]T:
		return fmt.Sprint("map ", len(x))
	case *T:
		return fmt.Sprint("*T ", *x)
	}
	return "none"
}

func nodefault(v any) (s string) {
	s = "?"
	switch v := v.(type) {
	case int:
		s = fmt.Sprint(v)
	case int16:
	case int32:
		s = "i32"
	case int64:
		s = "i64"
	case uint:
		s = "u"
	case uint8:
		s = "u8"
	}
	return
}

func tail(e error) (n int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("r", r)
		}
	}()
	switch e := e.(type) {
	default:
		n = 1
	case nil:
		n = 2
	case interface{ Unwrap() error }:
		n = 3 + tail(e.Unwrap())
	}
	return
}

func main() {
	var np *A
	for _, v := range []any{nil, 1, "s", A{1}, &A{2}, B{1, 2}, C{"c"}, D{1}, E{}, F(func() int { return 9 }), G{"a": 1}, Big{a: 1, s: "z"},
		float32(1.5), true, int8(1), []int{1}, errors.New("e"), T1{}, uint(3), np == nil, struct{}{}, []string{}, 1i} {
		fmt.Println(kind(v), few(v), nodefault(v), gen[int](v), gen[string](v), gen[A](v))
		if f := capture(v); f != nil {
			fmt.Println(f(), f())
		}
	}
	b := &B{1, 2}
	f := capture(b)
	fmt.Println(f(), f(), b.x, reassign(&A{1}), reassign(3), reassign(nil))
	fmt.Println(tail(nil), tail(io.EOF), tail(fmt.Errorf("x %w", io.EOF)))
	x := 3
	fmt.Println(gen[int](&x), gen[int]([]int{1}), gen[int](map[string]int{}))
	fmt.Println(nodefault(int16(1)), nodefault(int32(1)), nodefault(int64(1)), nodefault(uint(1)), nodefault(uint8(1)))
}
