package main

import (
	"errors"
	"fmt"
	"io"
)

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

type pointed struct{ text string }

func (p *pointed) Error() string { return p.text }

type wrapper struct {
	text string
	err  error
}

func (w wrapper) Error() string { return w.text + ": " + w.err.Error() }
func (w wrapper) Unwrap() error { return w.err }

type alias struct{ of error }

func (a alias) Error() string        { return "alias" }
func (a alias) Is(target error) bool { return target == a.of }
func (a alias) As(target any) bool {
	if p, ok := target.(*code); ok {
		*p = 77
		return true
	}
	return false
}

type list []error

func (l list) Error() string   { return fmt.Sprint(len(l), " errors") }
func (l list) Unwrap() []error { return l }

type timeout interface{ Timeout() bool }

type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }

func main() {
	a, b := errors.New("a"), errors.New("a")
	fmt.Println(a, a == b, a == a, errors.Is(a, b), errors.Is(a, a))
	fmt.Printf("%v %s %q %T\n", a, a, a, a)

	w := wrapper{"outer", wrapper{"inner", a}}
	fmt.Println(w, errors.Is(w, a), errors.Is(w, b), errors.Unwrap(w), errors.Unwrap(a) == nil)
	fmt.Println(errors.Is(nil, nil), errors.Is(a, nil), errors.Is(nil, a))

	f := fmt.Errorf("reading: %w", io.ErrUnexpectedEOF)
	fmt.Println(f, errors.Is(f, io.ErrUnexpectedEOF), errors.Unwrap(f) == io.ErrUnexpectedEOF)
	two := fmt.Errorf("%w and %w", a, code(3))
	fmt.Println(two, errors.Is(two, a), errors.Is(two, code(3)), errors.Is(two, code(4)), errors.Unwrap(two) == nil)

	j := errors.Join(nil, a, nil, wrapper{"j", code(5)}, slow{})
	fmt.Printf("%v|%T\n", j, j)
	fmt.Println(errors.Join() == nil, errors.Join(nil, nil) == nil, errors.Is(j, a), errors.Unwrap(j) == nil)
	fmt.Println(len(j.(interface{ Unwrap() []error }).Unwrap()))

	var c code
	fmt.Println(errors.As(j, &c), c)
	var p *pointed
	fmt.Println(errors.As(j, &p), p == nil)
	fmt.Println(errors.As(wrapper{"x", &pointed{"here"}}, &p), p)
	var t timeout
	fmt.Println(errors.As(j, &t), t.Timeout())
	var e error
	fmt.Println(errors.As(w, &e), e)
	fmt.Println(errors.As(nil, &c))

	al := wrapper{"al", alias{io.EOF}}
	fmt.Println(errors.Is(al, io.EOF), errors.Is(al, io.ErrShortWrite), errors.As(al, &c), c)
	fmt.Println(errors.As(al, &p))

	l := list{a, nil, wrapper{"deep", code(9)}}
	fmt.Println(errors.Is(l, code(9)), errors.As(l, &c), c)
	fmt.Println(errors.Is(l, list{a}))

	if got, ok := errors.AsType[code](j); ok {
		fmt.Println("AsType", got)
	}
	if got, ok := errors.AsType[*pointed](j); !ok {
		fmt.Println("AsType none", got)
	}
	if got, ok := errors.AsType[timeout2](j); ok {
		fmt.Println("AsType", got)
	}
	if got, ok := errors.AsType[code](al); ok {
		fmt.Println("AsType by As", got)
	}
	fmt.Println(errors.AsType[code](nil))
	fmt.Println(errors.ErrUnsupported, errors.Is(fmt.Errorf("no: %w", errors.ErrUnsupported), errors.ErrUnsupported))

	for _, target := range []any{nil, c, (*code)(nil), new(int), new(string), 5} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(errors.As(a, target))
		}()
	}
}

type timeout2 interface {
	error
	Timeout() bool
}
