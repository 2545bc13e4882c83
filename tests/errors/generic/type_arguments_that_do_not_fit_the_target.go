package main

func Two[A, B any](x A) B { panic(1) }
func Id[T any](x T) T     { return x }

func take(f func(int)) {}

func ret() func(string) string {
	return Two[int] // ERROR "type func(string) string of result variable does not match func(x int) B"
}

func main() {
	var k func(int) = Two[int] // ERROR "type func(int) of k does not match func(x int) B"
	k = Two[int]               // ERROR "type func(int) of k does not match func(x int) B"
	k = Two[int, string]       // ERROR "cannot use Two[int, string]"
	k = Id                     // ERROR "does not match"
	take(Two[int])             // ERROR "does not match"
	var m map[string]func(int) string = map[string]func(int) string{"a": Two[string]} // ERROR "cannot infer B"
	_, _ = k, m
}
