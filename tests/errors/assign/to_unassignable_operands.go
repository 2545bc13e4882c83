package main

func main() {
	const c = 1
	c = 2 // ERROR "cannot assign to c (neither addressable nor a map index expression)"
	"abc"[0] = 'x' // ERROR "[0] (neither addressable nor a map index expression)"
	s := "abc"
	s[0] = 'x' // ERROR "cannot assign to s[0] (neither addressable nor a map index expression)"
	m := map[string]struct{ n int }{}
	m["a"].n = 1 // ERROR "cannot assign to struct field m["
	f := func() int { return 1 }
	f() = 2 // ERROR "cannot assign to f() (neither addressable nor a map index expression)"
	1 = 2 // ERROR "cannot assign to 1 (neither addressable nor a map index expression)"
	nil = 3 // ERROR "cannot assign to nil (neither addressable nor a map index expression)"
	(s + s) = "x" // ERROR "cannot assign to (s + s) (neither addressable nor a map index expression)"
	for c = range 3 { // ERROR "cannot assign to c (neither addressable nor a map index expression)"
	}
	a := [3]int{}
	func() [3]int { return a }()[0] = 1 // ERROR "cannot assign to func() [3]int {…}()[0] (neither addressable nor a map index expression)"
	len(a) = 3 // ERROR "cannot assign to len(a) (neither addressable nor a map index expression)"
}
