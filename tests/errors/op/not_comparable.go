package main

func main() {
	a, b := []int{}, []int{}
	_ = a == b // ERROR "invalid operation: a == b (slice can only be compared to nil)"
	m, n := map[int]int{}, map[int]int{}
	_ = m == n // ERROR "invalid operation: m == n (map can only be compared to nil)"
	f, g := func() {}, func() {}
	_ = f == g // ERROR "invalid operation: f == g (func can only be compared to nil)"
	type s struct{ x []int }
	_ = s{} == s{} // ERROR "invalid operation: s{} == s{} (struct containing []int cannot be compared)"
	_ = [1][]int{} == [1][]int{} // ERROR "invalid operation: [1][]int{} == [1][]int{} ([1][]int cannot be compared)"
	_ = f == nil
	_ = nil == nil // ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)"
	_ = a == 1 // ERROR "invalid operation: a == 1 (mismatched types []int and untyped int)"
	_ = struct{ a int }{} == struct{ b int }{} // ERROR "invalid operation: struct{a int}{} == struct{b int}{} (mismatched types struct{a int} and struct{b int})"
}
