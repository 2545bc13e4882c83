package main

func main() {
	for range func(int) {} { // ERROR "cannot range over func(int) {} (value of type func(int)): func must be func(yield func(...) bool): argument is not func"
	}
	for range func(yield func(int)) {} { // ERROR "cannot range over func(yield func(int)) {} (value of type func(yield func(int))): func must be func(yield func(...) bool): yield func does not return bool"
	}
	for range func(yield func(int, int, int) bool) {} { // ERROR "cannot range over func(yield func(int, int, int) bool) {} (value of type func(yield func(int, int, int) bool)): func must be func(yield func(...) bool): yield func has too many parameters"
	}
	for range func(yield func(int) bool) int { return 1 } { // ERROR "cannot range over func(yield func(int) bool) int {…} (value of type func(yield func(int) bool) int): func must be func(yield func(...) bool): unexpected results"
	}
	for range func(yield func(int) int) {} { // ERROR "cannot range over func(yield func(int) int) {} (value of type func(yield func(int) int)): func must be func(yield func(...) bool): yield func does not return bool"
	}
}
