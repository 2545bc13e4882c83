package main

import "fmt"

func Len[T ~[]string | ~map[int]string](x T) int { return len(x) }

func First[S ~[]E, E any](s S) E { return s[0] }

func MakeOf[S ~[]E, E any](n int, v E) S {
	s := make(S, n)
	for i := range s {
		s[i] = v
	}
	return s[:n:n]
}

func Send[C ~chan E, E any](c C, vs ...E) C {
	for _, v := range vs {
		c <- v
	}
	close(c)
	return c
}

func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }

func Deref[P ~*E, E any](p P) E { return *p }

func Fill[M ~map[K]V, K comparable, V any](m M, v V, ks ...K) M {
	for _, k := range ks {
		m[k] = v
	}
	delete(m, ks[0])
	return m
}

func Runes[T ~string | ~[]byte](t T) (out []string) {
	for i := 0; i < len(t); i++ {
		out = append(out, string(rune(t[i])))
	}
	return
}

func Arr[A ~[3]E, E any](a A) (n int) {
	for range a {
		n++
	}
	return n + len(a)
}

type words []string

func main() {
	fmt.Println(Len([]string{"a"}), Len(map[int]string{1: "a", 2: "b"}), First(words{"w"}))
	fmt.Printf("%v %T\n", MakeOf[words](2, "z"), MakeOf[words](1, "y"))
	for v := range Send(make(chan int, 3), 7, 8) {
		fmt.Print(v, " ")
	}
	n := 9
	fmt.Println(Call(func(s string) int { return len(s) }, "four"), Deref(&n))
	fmt.Println(Fill(map[string]bool{}, true, "a", "b"), Runes("hi"), Arr([3]string{}))
}
