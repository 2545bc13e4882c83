package main

import "fmt"

func main() {
	type k struct{ v any }
	m := map[k]int{}
	m[k{1}] = 1
	fmt.Println(m[k{map[string]int{}}])
}
