package main

func main() {
	_ = len(5) // ERROR "invalid argument: 5 (untyped int constant) for built-in len"
	_ = len() // ERROR "invalid operation: not enough arguments for len() (expected 1, found 0)"
	_ = len("a", "b") // ERROR "invalid operation: too many arguments for len("
	_ = cap("abc") // ERROR "(untyped string constant) for built-in cap"
	_ = cap(map[int]int{}) // ERROR "invalid argument: map[int]int{} (value of type map[int]int) for built-in cap"
	_ = len(nil) // ERROR "invalid argument: nil for built-in len"
	p := new([]int)
	_ = len(p) // ERROR "invalid argument: p (variable of type *[]int) for built-in len"
	_ = len(func() {}) // ERROR "invalid argument: func() {} (value of type func()) for built-in len"
}
