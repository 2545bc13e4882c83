package main

import "fmt"

// stubborn goes on when the loop is left, which panics.
func stubborn(yield func(int) bool) {
	for i := range 3 {
		yield(i)
	}
}

func recovered() (n int, s string) {
	defer func() { fmt.Println(recover(), n, s) }()
	for i := range stubborn {
		if i == 1 {
			return i + 10, "set"
		}
	}
	return 0, "not reached"
}

func seenByTheIterator() (n int) {
	for range func(yield func(int) bool) {
		fmt.Println(yield(1), n)
		n++
	} {
		return 7
	}
	return 1
}

func exchanged() (a, b [20]int, c, d string) {
	a[3], b[3], c, d = 1, 2, "c", "d"
	defer func() { recover() }()
	for range stubborn {
		for range stubborn {
			return b, a, d, c
		}
	}
	return
}

func blank() (_ int, n int, _ string) {
	for i := range stubborn {
		if i == 2 {
			return 1, n + 2, "three"
		}
		n += 10
	}
	return
}

func inLiteral() (n int) {
	f := func() (m int) {
		defer func() {
			recover()
			m *= 2
		}()
		for i := range stubborn {
			return 20 + i
		}
		return 3
	}
	for range func(yield func() bool) { yield() } {
		return f() + 1
	}
	return
}

type pair struct{ x, y int }

func several() (int, string, error) { return 1, "two", nil }

func fromCall() (n int, s string, err error) {
	defer func() { fmt.Println(recover() != nil, n, s, err) }()
	for range stubborn {
		return several()
	}
	return
}

func generic[T any](x T) (r T, ok bool) {
	defer func() { fmt.Println(recover() != nil, r, ok) }()
	for range stubborn {
		return x, true
	}
	return
}

func main() {
	fmt.Println(recovered())
	fmt.Println(seenByTheIterator())
	a, b, c, d := exchanged()
	fmt.Println(a[3], b[3], c, d)
	fmt.Println(blank())
	fmt.Println(inLiteral())
	fmt.Println(fromCall())
	fmt.Println(generic(pair{1, 2}))
	fmt.Println(generic("text"))
}
