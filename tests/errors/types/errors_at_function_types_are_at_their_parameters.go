package main

import "fmt"

func main() {
	var s fmt.Stringer
	switch s.(type) {
	case func(int): // ERROR "impossible type switch case: func(int)"
	case *int, func() string: // ERROR "impossible type switch case: *int" "impossible type switch case: func() string"
	}
	_ = make(func()) // ERROR "cannot make func(): type must be slice, map, or channel"
	_ = map[func()]int{} // ERROR "invalid map key type func()"
}
