package main

func Id[T any](x T) T { return x }

func main() {
	fs := []any{Id} // ERROR "cannot use generic function Id without instantiation"
	var x any = Id // ERROR "cannot use generic function Id without instantiation"
	println(Id) // ERROR "cannot use generic function Id without instantiation"
	ch := make(chan func(int) int, 1)
	ch <- Id
	var f func(int) string = Id // ERROR "inferred type func(x int) int for func(x T) T does not match type func(int) string of f"
	_, _, _ = fs, x, f
}
