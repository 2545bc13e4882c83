package main

func main() {
	s := []int{1}
	_ = s["a"] // ERROR "(untyped string constant) to type int"
	_ = s[1.5] // ERROR "1.5 (untyped float constant) truncated to int"
	_ = s[-1] // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = s[1.0]
	_ = s[nil] // ERROR "cannot convert nil to type int"
	_ = s[true] // ERROR "cannot convert true (untyped bool constant) to type int"
	m := map[string]int{}
	_ = m[1] // ERROR "cannot use 1 (untyped int constant) as string value in map index"
	_ = m[nil] // ERROR "cannot use nil as string value in map index"
	f := 1.5
	_ = s[f] // ERROR "invalid argument: index f (variable of type float64) must be integer"
	_ = s[1<<70] // ERROR "1 << 70 (untyped int constant 1180591620717411303424) overflows int"
}
