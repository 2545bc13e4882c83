package main

import (
	"errors"
	"fmt"
	"io"
)

type codeErr struct{ code int }

func (e codeErr) Error() string        { return fmt.Sprint("code ", e.code) }
func (e codeErr) Is(target error) bool { return target == io.EOF && e.code == 1 }

var sentinel = errors.New("sentinel")

func op(n int) error {
	switch n {
	case 0:
		return nil
	case 1:
		return fmt.Errorf("op %d: %w", n, sentinel)
	case 2:
		return fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", codeErr{7}))
	case 3:
		return fmt.Errorf("two: %w and %w", sentinel, codeErr{1})
	}
	return errors.Join(sentinel, nil, codeErr{n})
}

func main() {
	for i := range 5 {
		err := op(i)
		var ce codeErr
		fmt.Println(err, errors.Is(err, sentinel), errors.As(err, &ce), ce.code, errors.Is(err, io.EOF))
	}
	e := op(1)
	fmt.Println(errors.Unwrap(e) == sentinel, errors.Unwrap(sentinel), errors.Unwrap(op(3)))
	fmt.Printf("%v|%s|%q|%d\n", e, e, e, codeErr{3})
	fmt.Println(errors.Join(nil, nil) == nil)
	var err error
	fmt.Println(err == nil, errors.Is(nil, nil))
	fmt.Printf("%v %+v\n", err, struct{ E error }{sentinel})
}
