package main

func main() {
	n := 3
	f := 2.5
	x := n * f // ERROR "invalid operation: n * f (mismatched types int and float64)"
	var y float64 = n // ERROR "cannot use n (variable of type int) as float64 value in variable declaration"
	_, _ = x, y
}
