package main

import "strconv"

func main() {
	n := strconv.Atoi("5") // ERROR "assignment mismatch: 1 variable but strconv.Atoi returns 2 values"
	println(n)
	var m int = strconv.Atoi("6") // ERROR "declared and not used: m" ") (value of type (int, error)) in single-value context"
	println(strconv.Atoi("7") + 1) // ERROR ") (value of type (int, error)) in single-value context"
}
