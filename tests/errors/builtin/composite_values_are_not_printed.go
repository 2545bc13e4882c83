package main

import "time"

type pair struct{ a, b int }

func show[T any](x T) {
	println(x)
}

func main() {
	println(1, "a", nil == any(nil), []int(nil) == nil, &pair{} == nil)
	println(pair{1, 2})            // ERROR "illegal types for operand: println" "pair"
	print([2]pair{}, struct{}{})   // ERROR "[2]pair" "struct {}"
	println(struct{ n int }{1}, 2) // ERROR "struct { n int }"
	println(time.Time{})           // ERROR "time.Time"
}
