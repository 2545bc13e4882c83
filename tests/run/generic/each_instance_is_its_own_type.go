package main

import "fmt"

type Box[T any] struct{ v T }

func (b Box[T]) Type() string { return fmt.Sprintf("%T", b.v) }

type Named[T any] []T
type IntBox = Box[int]
type F[A, B any] func(A) B

func (f F[A, B]) Call(a A) B { return f(a) }

func kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case Box[T]:
		return "box of T"
	case []T:
		return "slice"
	}
	return fmt.Sprintf("%T", v)
}

func zero[T any]() (z T) { return }

func local[T any](v T) any {
	type inner struct{ v T }
	return inner{v}
}

func main() {
	fmt.Println(Box[int]{1}.Type(), Box[string]{}.Type(), Box[Box[any]]{}.Type(), IntBox{5}.v)
	var x any = Box[int]{1}
	_, ok := x.(Box[int])
	_, ok2 := x.(Box[int64])
	_, ok3 := x.(IntBox)
	fmt.Println(ok, ok2, ok3, x == any(Box[int]{1}))
	fmt.Println(kind(1), kind("s"), kind(1.5), kind([]int{}))
	fmt.Println(zero[int](), zero[string]() == "", zero[*int]() == nil, zero[[2]bool](), zero[any]() == nil)
	fmt.Printf("%T %T\n", Named[string]{"a"}, F[int, string](nil))
	fmt.Println(F[int, string](func(n int) string { return fmt.Sprint(n, "!") }).Call(3))
	fmt.Println(local(1) == local(1), local(1) == local(int8(1)))
	fmt.Printf("%v %v\n", local(2), local("x"))
}
