package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Option[T any] struct {
	v  *T
}

func Some[T any](v T) Option[T]  { return Option[T]{&v} }
func None[T any]() Option[T]     { return Option[T]{} }
func (o Option[T]) Or(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}
func (o Option[T]) String() string {
	if o.v == nil {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", *o.v)
}

type Result[T any] struct {
	Val T
	Err error
}

func Try[A, B any](f func(A) (B, error)) func(A) Result[B] {
	return func(a A) Result[B] {
		b, err := f(a)
		return Result[B]{b, err}
	}
}

func Then[A, B any](r Result[A], f func(A) (B, error)) Result[B] {
	if r.Err != nil {
		return Result[B]{Err: fmt.Errorf("then: %w", r.Err)}
	}
	return Try(f)(r.Val)
}

type Number interface{ ~int | ~float64 }

func Div[T Number](a, b T) Option[T] {
	if b == 0 {
		return None[T]()
	}
	return Some(a / b)
}

func main() {
	fmt.Println(Div(7, 2), Div(1, 0), Div(1.0, 4), Div(1, 0).Or(-1))
	parse := Try(strconv.Atoi)
	fmt.Println(parse("12"), parse("x").Err)
	half := func(n int) (string, error) {
		if n%2 != 0 {
			return "", errors.New("odd")
		}
		return fmt.Sprint(n / 2), nil
	}
	for _, s := range []string{"10", "7", "z"} {
		r := Then(parse(s), half)
		fmt.Printf("%q %v\n", r.Val, r.Err)
	}
	os := []Option[string]{Some("a"), None[string]()}
	fmt.Println(os)
}
