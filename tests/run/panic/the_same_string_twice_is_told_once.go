package main

func main() {
	defer panic("x")
	defer panic("x")
	panic("y")
}
