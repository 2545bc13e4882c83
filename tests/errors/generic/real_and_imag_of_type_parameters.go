package main

func parts[C ~complex128 | ~complex64, F ~float64, S ~string](c C, f F, s S) {
	_ = real(c)       // ERROR "not supported as argument to built-in real for go1.18"
	_ = imag(c)       // ERROR "not supported as argument to built-in imag for go1.18"
	_ = complex(f, 0) // ERROR "not supported as argument to built-in complex for go1.18"
	_ = complex(0, f) // ERROR "not supported as argument to built-in complex for go1.18"
	_ = real(s)       // ERROR "expected complex type"
}

func main() {}
