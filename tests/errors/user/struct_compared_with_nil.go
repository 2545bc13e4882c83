package main

type t struct{}

func main() {
	var v t
	if v == nil { // ERROR "invalid operation: v == nil (mismatched types t and untyped nil)"
	}
	var s string
	if s == nil { // ERROR "invalid operation: s == nil (mismatched types string and untyped nil)"
	}
	var i int = nil // ERROR "declared and not used: i" "cannot use nil as int value in variable declaration"
	return nil // ERROR "too many return values"
}
