package main

import "fmt"

func two(ok bool) (int, string) {
	defer func() { recover() }()
	a, b := 1, "x"
	defer func() { a, b = 9, "changed" }()
	if ok {
		return a, b
	}
	return a, [1]string{"y"}[len(b)]
}

func main() {
	fmt.Println(two(true))
	fmt.Println(two(false))
}
