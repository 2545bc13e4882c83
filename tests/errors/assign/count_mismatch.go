package main

func two() (int, int) { return 1, 2 }
func none()           {}

func main() {
	a, b := 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	c := 1, 2 // ERROR "assignment mismatch: 1 variable but 2 values"
	var d, e int = 1, 2, 3 // ERROR "extra init expr 3"
	f := two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	g, h, i := two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	x, y := two(), 1 // ERROR "multiple-value two() (value of type (int, int)) in single-value context"
	var j = none() // ERROR "none() (no value) used as value"
	k := none() // ERROR "none() (no value) used as value"
	a, b = two(), two()
	a, b = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	_, _, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, x, y, j, k
}
