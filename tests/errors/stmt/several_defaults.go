package main

func main() {
	switch 1 {
	default:
	case 1:
	default: // ERROR "multiple defaults (first at several_defaults.go:5:2)"
	}
	select {
	default:
	default: // ERROR "multiple defaults (first at several_defaults.go:10:2)"
	}
}
