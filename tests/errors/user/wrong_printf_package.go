package main

func main() {
	fmt.Println("x") // ERROR "undefined: fmt"
	os.Exit(1) // ERROR "undefined: os"
	math.Sqrt(2) // ERROR "undefined: math"
}
