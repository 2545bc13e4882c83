package main

type T struct{ a [64]int }

func f(t T, n int) int { return f(t, n+1) + t.a[n%64] }

func main() {
	defer func() { recover() }()
	println(f(T{}, 0))
}
