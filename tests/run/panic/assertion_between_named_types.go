package main

import "fmt"

type celsius float64
type fahrenheit float64

func main() {
	var x any = celsius(1)
	fmt.Println(x.(fahrenheit))
}
