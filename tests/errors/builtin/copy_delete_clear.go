package main

func main() {
	s := []int{}
	copy(s, []string{}) // ERROR "invalid copy: arguments s (variable of type []int) and []string{} (value of type []string) have different element types int and string"
	copy(s) // ERROR "invalid operation: not enough arguments for copy(s) (expected 2, found 1)"
	copy(1, s) // ERROR "invalid copy: argument must be a slice; have 1 (untyped int constant)"
	copy("abc", s) // ERROR "invalid copy: argument must be a slice; have"
	m := map[string]int{}
	delete(m, 1) // ERROR "cannot use 1 (untyped int constant) as string value in argument to delete"
	delete(m) // ERROR "invalid operation: not enough arguments for delete(m) (expected 2, found 1)"
	delete(s, 1) // ERROR "invalid argument: s (variable of type []int) is not a map"
	clear(1) // ERROR "invalid argument: cannot clear 1 (untyped int constant): argument must be (or constrained by) map or slice"
	clear("abc") // ERROR "(untyped string constant): argument must be (or constrained by) map or slice"
	clear() // ERROR "invalid operation: not enough arguments for clear() (expected 1, found 0)"
}
