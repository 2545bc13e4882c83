package main

func main() {
	println(1.0, -0.5, 1e100, float32(3.25))
	println(1+2i, complex64(-1i))
	zero := 0.0
	println(1/zero, -1/zero, zero/zero)
	println(100000.0, 123456789.0, 0.1)
}
