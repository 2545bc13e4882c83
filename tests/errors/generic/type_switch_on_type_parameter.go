package main

func A[T any](t T) {
	switch t.(type) { // ERROR "cannot use type switch on type parameter value t (variable of type T constrained by any)"
	case int:
	}
	_ = t.(int) // ERROR "invalid operation: cannot use type assertion on type parameter value t (variable of type T constrained by any)"
	switch any(t).(type) {
	case int, T:
	}
}

func main() {}
