package main

import "fmt"

type box[T any] struct{ v T }

func main() {
	var x any = box[int]{1}
	fmt.Println(x.(box[string]))
}
