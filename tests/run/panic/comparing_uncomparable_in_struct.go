package main

import "fmt"

func main() {
	type s struct{ v any }
	a, b := s{func() {}}, s{func() {}}
	fmt.Println(a == b)
}
