package main

func f(a int, b int) int {
	return a
	+ b
}

func main() {
	x := []int{
		1,
		2 // ERROR
	}
	f(1,
		2 // ERROR
	)
	y := x
	.z // ERROR
	if x == nil
	{
	}
	for i := 0; i < 3
	i++ {
	}
}
