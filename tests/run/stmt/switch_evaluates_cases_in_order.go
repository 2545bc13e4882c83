package main

import "fmt"

func v(n int) int {
	fmt.Print("v", n, " ")
	return n
}

func main() {
	switch v(3) {
	case v(1), v(2):
		fmt.Println("low")
	case v(3), v(4):
		fmt.Println("mid")
	case v(5):
		fmt.Println("never")
	default:
		fmt.Println("never")
	}
	switch {
	default:
		fmt.Println("default")
	case v(1) == 2:
		fmt.Println("never")
	}
	switch x := v(7); {
	case x > 5:
		fmt.Println("big", x)
	}
	switch x := v(8); x {
	}
	fmt.Println()
}
