package main

func f[T any](a ...T) T        { return a[0] }
func g[K comparable, V any](K, V) {}
func h[T any](a, b T)          {}
func two[A any](func(A), A)    {}

func main() {
	var c chan int
	f(f, c) // ERROR "in call to f, type chan int of c does not match inferred type func[T any](a ...T) T for T"
	f(c, f) // ERROR "in call to f, type func[T any](a ...T) T of f does not match inferred type chan int for T"
	h(g, c) // ERROR "in call to h, type chan int of c does not match inferred type func[K comparable, V any](K, V) for T"
	h(c, g) // ERROR "in call to h, type func[K comparable, V any](K, V) of g does not match inferred type chan int for T"
	h(g, f) // ERROR "in call to h, type func[T any](a ...T) T of f does not match inferred type func[K comparable, V any](K, V) for T"
	two(f, c) // ERROR "in call to two, type func[T any](a ...T) T of f does not match func(A) (cannot infer A and T)"
	two(g, 1) // ERROR "in call to two, type func[K comparable, V any](K, V) of g does not match func(A) (cannot infer A, K, and V)"
	var x func(int) = f // ERROR "type func(int) of x does not match func(a ...T) T (cannot infer T)"
	_ = x
	h(h[int], h)
	h(h[string], h[int]) // ERROR "in call to h, type func(a int, b int) of h[int] does not match inferred type func(a string, b string) for T"
}
