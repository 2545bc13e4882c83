// Of two shortest texts of a float that are equally near, print takes the even one, as package strconv does.
package main

func main() {
	x, y := float32(4002000.25), float32(4002000.75)
	z := float64(9007199254740993) / 4
	println(x, y, -x, z, float32(8388608.5), 5e-324, float32(1e-45), 0.0, 1e21, float32(16777216))
	println(complex(x, y))
	defer func() { panic(recover()) }()
	panic(x)
}
