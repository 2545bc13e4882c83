package main

func main() {
	var x any
	switch x.(type) {
	case int, string:
	case int: // ERROR "duplicate case int in type switch"
	case nil:
	case nil: // ERROR "duplicate case nil in type switch"
	default:
	default: // ERROR "multiple defaults (first at type_switch_duplicate_case.go:10:2)"
	}
}
