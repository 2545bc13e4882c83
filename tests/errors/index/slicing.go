package main

func main() {
	x := 1
	_ = x[:] // ERROR "cannot slice x (variable of type int)"
	m := map[int]int{}
	_ = m[1:2] // ERROR "cannot slice m (variable of type map[int]int)"
	_ = "abc"[0:1:2] // ERROR "invalid operation: 3-index slice of string"
	s := []int{}
	_ = s["a":] // ERROR "(untyped string constant) to type int"
	_ = s[1.5:] // ERROR "1.5 (untyped float constant) truncated to int"
	_ = s[:-1] // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	f := func() [3]int { return [3]int{} }
	_ = f()[:] // ERROR "cannot slice unaddressable value f() (value of type [3]int)"
	_ = [3]int{}[:] // ERROR "cannot slice unaddressable value [3]int{} (value of type [3]int)"
	_ = s[3:2:1] // ERROR "invalid slice indices: 2 < 3"
}
