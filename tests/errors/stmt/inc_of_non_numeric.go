package main

func main() {
	s := "a"
	s++ // ERROR "invalid operation: s++ (non-numeric type string)"
	b := true
	b-- // ERROR "invalid operation: b-- (non-numeric type bool)"
	1++ // ERROR "cannot assign to 1 (neither addressable nor a map index expression)"
	f()++ // ERROR "undefined: f"
	var e error
	e++ // ERROR "invalid operation: e++ (non-numeric type error)"
}
