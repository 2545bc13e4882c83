package main

func main() {
	f := func() (int, int) { return 1, 2 }
	_ = f() + 1 // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	x := []int{f()} // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	_ = x[f()] // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	println(f() == 1) // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	if f() { // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	}
	switch f() { // ERROR "multiple-value f() (value of type (int, int)) in single-value context"
	}
	y := -f() // ERROR "declared and not used: y" "multiple-value f() (value of type (int, int)) in single-value context"
}
