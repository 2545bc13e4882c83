package main

import "fmt"

func Memo[K comparable, V any](f func(K) V) func(K) V {
	cache := map[K]V{}
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		v := f(k)
		cache[k] = v
		return v
	}
}

func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C {
		return func(b B) C { return f(a, b) }
	}
}

func Gen[T any](vs ...T) func() (T, bool) {
	i := 0
	return func() (v T, ok bool) {
		if i < len(vs) {
			v, ok = vs[i], true
			i++
		}
		return
	}
}

func Apply[T any](v T, fs ...func(T) T) T {
	for _, f := range fs {
		defer func() { _ = f }()
		v = f(v)
	}
	return v
}

func main() {
	calls := 0
	sq := Memo(func(n int) int { calls++; return n * n })
	fmt.Println(sq(4), sq(4), sq(5), calls)
	fmt.Println(Curry(func(a int, b string) string { return fmt.Sprint(a, b) })(1)("x"))
	next := Gen("a", "b")
	for v, ok := next(); ok; v, ok = next() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(Apply(3, func(n int) int { return n + 1 }, func(n int) int { return n * n }))
	fmt.Println(Apply("x", func(s string) string { return s + s }))
}
