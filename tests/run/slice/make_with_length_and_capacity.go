package main

import "fmt"

func main() {
	a := make([]int, 3)
	b := make([]int, 3, 10)
	n := 5
	c := make([]string, n, n*2)
	fmt.Println(len(a), cap(a), len(b), cap(b), len(c), cap(c))
	var u uint8 = 200
	fmt.Println(len(make([]byte, u)), cap(make([]bool, 1, u)))
	fmt.Println(len(make([]int, 2.0)), len(make([]int, 'a')))
	b = b[:7]
	fmt.Println(b, len(b))
	b = b[2:5]
	fmt.Println(len(b), cap(b))
	type list []float64
	fmt.Printf("%T %v\n", make(list, 2), make(list, 2))
}
