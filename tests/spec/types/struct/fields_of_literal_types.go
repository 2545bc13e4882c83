package main

type A struct{ x int }

type B struct {
	[]int // ERROR
	**A // ERROR
	map[string]int // ERROR
	func() // ERROR
	(A) // ERROR
	*(A) // ERROR
	a, b // ERROR
	c int = 1 // ERROR
	d int 5
	e int, f string
	var g int
}

func main() {}
