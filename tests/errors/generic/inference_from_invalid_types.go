package main

type S[T any] struct{}

func f[T any, E any](T) {}
func g[E any](int, E) {}
func h[E any](E) {}
func k[T interface{ m() E }, E any](T) {}

func main() {
	f(S[Tint]{}) // ERROR "in call to f, cannot infer E" "undefined: Tint"
	f(Undef{}) // ERROR "in call to f, cannot infer E" "undefined: Undef"
	g(1, Undef{}) // ERROR "undefined: Undef"
	g(Undef{}, 1) // ERROR "undefined: Undef"
	h(Undef{}) // ERROR "undefined: Undef"
	h([]Undef{}) // ERROR "undefined: Undef"
	k(Undef{}) // ERROR "in call to k, cannot infer E" "undefined: Undef"
	k(S[Undef]{}) // ERROR "in call to k, cannot infer E" "undefined: Undef"
	var x Undef // ERROR "undefined: Undef"
	h(x)
	f(x)
	k(x)
	h(undef) // ERROR "undefined: undef"
	f(undef) // ERROR "undefined: undef"
}
