package main

import "fmt"

func nothing() {}

func main() {
	for i := 0; i < 10; i++ {
	}
	if true {
	} else {
	}
	switch {
	}
	switch 5 {
	case 1:
	default:
	}
	{
	}
	nothing()
	for range 3 {
	}
	var f func() = func() {}
	f()
	type empty struct{}
	fmt.Println(empty{}, struct{}{}, [0]int{}, []int{})
L:
	fmt.Println("end")
	if false {
		goto L
	}
}
