package main

import "fmt"

func grade(n int) {
	switch {
	case n > 90:
		fmt.Print("A ")
		fallthrough
	case n > 80:
		fmt.Print("B ")
		fallthrough
	default:
		fmt.Print("C ")
	case n < 0:
		fmt.Print("neg ")
		fallthrough
	case n == 1000:
		fmt.Print("last ")
	}
	fmt.Println(n)
}

func main() {
	grade(95)
	grade(85)
	grade(5)
	grade(-5)
}
