package main

import "fmt"

type T struct{ n int }

func (t T) Map[P any](f func(int) P) P { return f(t.n) }

func (t *T) Count[K comparable, V any](m map[K]V) int {
	t.n += len(m)
	return t.n
}

type E struct {
	*T
	name string
}

type S[A any] struct{ a A }

func (s S[A]) With[B any](b B) (A, B) { return s.a, b }

func (s *S[A]) Set[B any](a A, b B) string {
	s.a = a
	return fmt.Sprint(a, b)
}

func use[A, B any](s S[A], b B) (A, B) {
	f := S[A].With[B]
	return f(s, b)
}

func apply[P any](t T, f func(T, func(int) P) P, g func(int) P) P { return f(t, g) }

func main() {
	t := T{3}
	less := func(i int) bool { return i < 9 }
	square := func(i int) int { return i * i }
	f := T.Map[bool]
	fmt.Println(f(t, less), T.Map[int](t, square), T.Map(t, less))
	var g func(T, func(int) string) string = T.Map
	fmt.Println(g(t, func(i int) string { return fmt.Sprint("n", i) }))
	fmt.Println((*T).Count[string, int](&t, map[string]int{"a": 1}), (*T).Map[int](&t, square))
	h := (*T).Count[int, bool]
	fmt.Println(h(&t, map[int]bool{1: true, 2: false}))
	e := E{&t, "e"}
	fmt.Println(e.Map(square), e.Count(map[int]int{}), E.Map[bool](e, less))
	i := E.Count[int, int]
	fmt.Println(i(e, map[int]int{5: 5}), t.n)
	k := e.Map[string]
	fmt.Println(k(func(i int) string { return fmt.Sprint(i, "!") }))
	fmt.Println(use(S[string]{"x"}, 1.5))
	fmt.Println(S[int].With[string](S[int]{1}, "b"))
	s := S[int]{}
	m := (*S[int]).Set[bool]
	fmt.Println(m(&s, 7, true), s.a)
	n := s.Set[string]
	fmt.Println(n(8, "c"), s.a)
	fmt.Println(apply(t, T.Map[int], square))
	defer T.Map[int](t, func(i int) int { fmt.Println("deferred", i); return i })
	done := make(chan int)
	go T.Map(t, func(i int) int { done <- i; return i })
	fmt.Println(<-done)
	fmt.Printf("%T %T\n", T.Map[bool], (*S[int]).Set[string])
}
