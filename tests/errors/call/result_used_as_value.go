package main

func main() {
	f := func() {}
	x := f() // ERROR "declared and not used: x" "f() (no value) used as value"
	println(f()) // ERROR "f() (no value) used as value"
	_ = f() // ERROR "f() (no value) used as value"
	return f() // ERROR "f() (no value) used as value"
	if f() { // ERROR "f() (no value) used as value"
	}
}
