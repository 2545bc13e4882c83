package main

import "fmt"

type List[T any] []T

func (l List[T]) Map[U any](f func(T) U) List[U] {
	var out List[U]
	for _, v := range l {
		out = append(out, f(v))
	}
	return out
}

func main() {
	l := List[int]{1, 2, 3}
	s := l.Map(func(n int) string { return fmt.Sprint(n, "!") })
	fmt.Println(s, len(s))
	fmt.Println(l.Map[float64](func(n int) float64 { return float64(n) / 2 }))
}
