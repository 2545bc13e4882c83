package main

import (
	"errors"
	"fmt"
)

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

type point struct{ x, y int }

func kind(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("%T %v", x, x)
	case float64:
		return fmt.Sprint("float ", x/2)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case func(int) int:
		return fmt.Sprint("func ", x(2))
	case point:
		return fmt.Sprint("point ", x.x+x.y)
	case *point:
		x.x = 100
		return "pointer to point"
	case error:
		return "error " + x.Error()
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	case interface{ Foo() }:
		return "fooer"
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	p := &point{1, 2}
	var nilErr *myErr
	for _, v := range []any{nil, 1, int64(2), int8(3), 1.5, "s", []int{1, 2}, map[string]int{"a": 5}, func(n int) int { return n * n }, point{3, 4}, p, errors.New("e"), &myErr{3}, make(chan int, 4), [2]bool{false, true}, struct{}{}, true} {
		fmt.Println(kind(v))
	}
	_ = nilErr
	fmt.Println(*p)
	switch v := any(p).(type) {
	default:
		fmt.Printf("%T\n", v)
	case fmt.Stringer, error:
		fmt.Println("never")
	}
	switch any(1).(type) {
	case int:
		fmt.Println("no variable")
	}
	switch n := 5; x := any(n).(type) {
	case int:
		fmt.Println(x + n)
	}
}
