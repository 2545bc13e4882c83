package main

func Max[T int | float64](a, b T) T { return a }
func Pair[T any](a T, b []T)        {}

func main() {
	Max(1, 2.5)
	x, y := 1, 2.5
	Max(x, y) // ERROR "in call to Max, type float64 of y does not match inferred type int for T"
	Max(x, "a") // ERROR "(untyped string constant) as int value in argument to Max"
	Pair(1, []string{}) // ERROR "cannot use 1 (untyped int constant) as string value in argument to Pair"
	Pair("a", []int{1}) // ERROR "(untyped string constant) as int value in argument to Pair"
}
