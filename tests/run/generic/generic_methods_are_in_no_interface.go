package main

import (
	"fmt"
	"reflect"
)

type stack[T any] struct{ items []T }

func (s *stack[T]) Push(x T)                      { s.items = append(s.items, x) }
func (s *stack[T]) Map[U any](f func(T) U) []U    { return nil }
func (s stack[T]) Len() int                       { return len(s.items) }
func (s stack[T]) Same[U any]() string            { return "" }
func (s stack[T]) Text[U any](x int) (text string) { return "" }

type plain int

func (plain) String[T any]() string { return "never" }
func (plain) Error[T any]() string  { return "never" }

type around struct {
	plain
	*stack[string]
}

func main() {
	s := &stack[int]{}
	for _, x := range []any{s, *s, plain(1), around{}, &around{}} {
		t := reflect.TypeOf(x)
		fmt.Print(t, ":")
		for i := range t.NumMethod() {
			fmt.Print(" ", t.Method(i).Name, " ", t.Method(i).Type)
		}
		fmt.Println()
		_, same := x.(interface{ Same() string })
		_, text := x.(interface{ Text(int) string })
		_, stringer := x.(fmt.Stringer)
		_, length := x.(interface{ Len() int })
		fmt.Println(same, text, stringer, length, reflect.ValueOf(x).MethodByName("Same").IsValid())
	}
	fmt.Println(plain(3), plain(4).String[int](), s.Same[bool]() == "")
	defer func() { fmt.Println(recover()) }()
	_ = any(plain(1)).(fmt.Stringer)
}
