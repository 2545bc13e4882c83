package main

func main() {
	f := func(a int, b string, c []int, d func(), e any) {}
	f("a", 1, nil, nil, nil) // ERROR "(untyped string constant) as int value in argument to f" "cannot use 1 (untyped int constant) as string value in argument to f"
	f(1, "a", []string{}, func() int { return 1 }, 2) // ERROR "cannot use []string{} (value of type []string) as []int value in argument to f" "cannot use func() int {…} (value of type func() int) as func() value in argument to f"
	f(1.5, 'c', 1, nil, nil) // ERROR "cannot use 1.5 (untyped float constant) as int value in argument to f (truncated)" "cannot use 'c' (untyped rune constant 99) as string value in argument to f" "cannot use 1 (untyped int constant) as []int value in argument to f"
	g := func(ns ...int) {}
	g("a") // ERROR "(untyped string constant) as int value in argument to g"
	g([]int{1}) // ERROR "cannot use []int{…} (value of type []int) as int value in argument to g"
	g([]string{"a"}...) // ERROR "cannot use []string{…} (value of type []string) as []int value in argument to g"
	g(1, []int{2}...) // ERROR "too many arguments in call to g"
	g(nil) // ERROR "cannot use nil as int value in argument to g"
}
