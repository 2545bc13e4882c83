package main

func f(a int, b ...string) (int, error) { return 0, nil }
func v()                                {}
func two() (int, string)                { return 1, "" }
func two2() (int, int)                  { return 1, 2 }
func one(a int)                         {}
func i(a, a int)                        {} // ERROR
func j(a int) (a int)                   { return } // ERROR
func n(a int)                           { var a int } // ERROR
func m() int                            {} // ERROR
func k() (x int)                        { { x := 1; return } } // ERROR

func main() {
	f() // ERROR
	f("a") // ERROR
	f(1, 2) // ERROR
	f(1, "a", 2) // ERROR
	f(1, []string{}) // ERROR
	f(1, []string{}...)
	f(1, "a", []string{}...) // ERROR
	f(1, []any{}...) // ERROR
	f([]int{1}...) // ERROR
	f(two())
	f(two2()) // ERROR
	f(1, two()) // ERROR
	f(v()) // ERROR
	one(two()) // ERROR
	one() // ERROR
	one(1, 2) // ERROR
	_ = f(1) // ERROR
	_, _, _ = f(1) // ERROR
	x := v() // ERROR
	var y, z = f(1), 2 // ERROR
	_ = v == v // ERROR
	_ = v == nil
	v = nil // ERROR
	f = nil // ERROR
	var a func(int) = one
	a = v // ERROR
	a = func(x int) {}
	a = func(x int) int { return 1 } // ERROR
	a = func(x int32) {} // ERROR
	a = func() {} // ERROR
	func() {} // ERROR
	func() {}()
	1() // ERROR
	"a"() // ERROR
	x()
	_, _, _, _ = x, y, z, a
	return 1 // ERROR
}
