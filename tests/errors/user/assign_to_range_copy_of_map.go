package main

type p struct{ x int }

func main() {
	m := map[string]p{}
	m["a"].x++ // ERROR "cannot assign to struct field m["
	m["a"].x = 5 // ERROR "cannot assign to struct field m["
	(&m["a"]).x = 1 // ERROR "invalid operation: cannot take address of m["
}
