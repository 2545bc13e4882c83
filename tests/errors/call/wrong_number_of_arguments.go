package main

func main() {
	f := func(a int, b string) {}
	f() // ERROR "not enough arguments in call to f"
	f(1) // ERROR "not enough arguments in call to f"
	f(1, "a", 3) // ERROR "too many arguments in call to f"
	g := func(a int, b ...string) {}
	g() // ERROR "not enough arguments in call to g"
	h := func() (int, string) { return 1, "" }
	f(h())
	f(h(), 1) // ERROR "multiple-value h() (value of type (int, string)) in single-value context" "cannot use 1 (untyped int constant) as string value in argument to f"
	f(1, h()) // ERROR "multiple-value h() (value of type (int, string)) in single-value context"
	func(x int) {}() // ERROR "not enough arguments in call to func(x int) {}"
}
