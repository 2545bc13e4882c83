package main

import "fmt"

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func main() {
	defer func() { fmt.Println(recover()) }()
	for i := range bad {
		fmt.Println(i)
		break
	}
}
