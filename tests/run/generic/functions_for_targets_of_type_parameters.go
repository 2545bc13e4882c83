package main

import "fmt"

func show[T any](x T) { fmt.Printf("%T %v\n", x, x) }

func twice[T any](x T, f func(T) T) T { return f(f(x)) }

// What F stands for is known, so what show is instantiated with is known too.
func each[F func(int)]() []F {
	type holder struct{ f F }
	held := holder{f: show}
	listed := []F{show, held.f}
	mapped := map[string]F{"m": show}
	array := [1]F{show}
	converted := F(show)
	channel := make(chan F, 1)
	channel <- show
	return append(listed, mapped["m"], array[0], converted, <-channel)
}

type named func(string)

func strings[F interface{ ~func(string) }](run func(F)) {
	run(show)
	var f F = show
	f("variable")
}

func main() {
	for i, f := range each[func(int)]() {
		f(i)
	}
	strings(func(f named) { f("argument") })
	fmt.Println(twice(3, func(n int) int { return n * n }))
}
