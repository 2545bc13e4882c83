package main

type (
	ratio  float32
	vector complex128
)

func main() {
	defer panic(vector(1 - 2i))
	panic(ratio(0.1))
}
