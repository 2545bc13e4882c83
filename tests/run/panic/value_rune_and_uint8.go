package main

func main() {
	defer panic(uint8(200))
	panic('x')
}
