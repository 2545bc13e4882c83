package main

func main() {
	s := []int{}
	_ = append(s, "a") // ERROR "(untyped string constant) as int value in argument to append"
	_ = append(1, 2) // ERROR "invalid append: argument must be a slice; have 1 (untyped int constant)"
	_ = append() // ERROR "invalid operation: not enough arguments for append() (expected 1, found 0)"
	_ = append(s, []int{1}) // ERROR "cannot use []int{…} (value of type []int) as int value in argument to append"
	_ = append(s, []string{}...) // ERROR "cannot use []string{} (value of type []string) as []int value in argument to append"
	_ = append(s, 1, []int{2}...) // ERROR "too many arguments in call to append"
	_ = append(nil, 1) // ERROR "invalid append: argument must be a slice; have untyped nil"
	var a [3]int
	_ = append(a, 1) // ERROR "invalid append: argument must be a slice; have a (variable of type [3]int)"
	s = append(s, 1.5) // ERROR "cannot use 1.5 (untyped float constant) as int value in argument to append (truncated)"
}
