package main

func main() {
	defer panic(2 + 3i)
	panic(true)
}
