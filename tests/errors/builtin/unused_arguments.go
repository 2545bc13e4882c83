package main

type t[T any] []T

func main() {
	s := []int{1}
	n := 1
	_ = len(s...)          // ERROR "invalid use of ... with built-in len"
	_ = make([]int, n...)  // ERROR "invalid use of ... with built-in make"
	panic(s...)            // ERROR "invalid use of ... with built-in panic"
	a := 1                 // ERROR "declared and not used: a"
	_ = make(undefined, a) // ERROR "undefined: undefined"
	b := 1                 // ERROR "declared and not used: b"
	_ = make(nil, b)       // ERROR "nil"
	c := 1                 // ERROR "declared and not used: c"
	_ = new(int, c)        // ERROR "too many arguments"
	d := 1                 // ERROR "declared and not used: d"
	_ = make(int, d)       // ERROR "cannot make int"
	e := 1
	_ = cap(1, e)        // ERROR "too many arguments"
	_ = t[int](nil...).x // ERROR "invalid use of ... in conversion" "undefined"
}
