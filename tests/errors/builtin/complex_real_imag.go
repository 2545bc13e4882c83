package main

func main() {
	_ = complex(1, "a") // ERROR ") (mismatched types untyped float and untyped string)"
	_ = complex(1) // ERROR "invalid operation: not enough arguments for complex(1) (expected 2, found 1)"
	var f32 float32
	var f64 float64
	_ = complex(f32, f64) // ERROR "invalid operation: complex(f32, f64) (mismatched types float32 and float64)"
	_ = real(1.5i, 2) // ERROR "invalid operation: too many arguments for real(1.5i, 2) (expected 1, found 2)"
	_ = real("a") // ERROR "invalid argument: argument has type untyped string, expected complex type"
	_ = imag(f64) // ERROR "invalid argument: argument has type float64, expected complex type"
	i := 1
	_ = complex(i, i) // ERROR "invalid argument: arguments have type int, expected floating-point"
}
