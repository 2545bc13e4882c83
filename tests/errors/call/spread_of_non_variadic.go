package main

func main() {
	f := func(a []int) {}
	f([]int{1}...) // ERROR "cannot use ... in call to non-variadic f"
	x := 5
	g := func(a ...int) {}
	g(x...) // ERROR "cannot use x (variable of type int) as []int value in argument to g"
	g([]any{1}...) // ERROR "cannot use []any{…} (value of type []any) as []int value in argument to g"
}
