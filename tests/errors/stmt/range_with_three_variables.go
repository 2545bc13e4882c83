package main

func ranges(c chan int, m map[string]int, n int) {
	var i, j, k int
	_, _, _ = i, j, k
	for i, j, k = range []int{} { // ERROR "range clause permits at most two iteration variables"
	}
	for i, j, k = range c { // ERROR "range over c (variable of type chan int) permits only one iteration variable"
	}
	for a, b, d := range m { // ERROR "range clause permits at most two iteration variables" "declared and not used: a" "declared and not used: b"
	}
	for i, j, k = range n { // ERROR "permits only one iteration variable"
	}
	for i, j, k = range 2.5 { // ERROR "cannot range over 2.5"
	}
	for i, j, k = range missing { // ERROR "undefined: missing"
	}
}

func main() {}
