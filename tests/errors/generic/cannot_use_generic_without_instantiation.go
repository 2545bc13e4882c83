package main

type List[T any] []T

func Id[T any](x T) T { return x }

func main() {
	f := Id // ERROR "cannot use generic function Id without instantiation"
	var g func() = Id // ERROR "type func() of g does not match func(x T) T (cannot infer T)"
	var l List // ERROR "cannot use generic type List[T any] without instantiation"
	_ = []List{} // ERROR "cannot use generic type List[T any] without instantiation"
	m := map[string]List{} // ERROR "cannot use generic type List[T any] without instantiation"
	func(l List) {}(nil) // ERROR "cannot use generic type List[T any] without instantiation"
	_, _, _, _ = f, g, l, m
}
