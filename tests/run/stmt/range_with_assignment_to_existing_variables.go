package main

import "fmt"

type box struct{ k, v int }

func main() {
	var b box
	arr := [2]int{}
	for b.k, b.v = range []int{5, 6, 7} {
	}
	fmt.Println(b)
	for arr[0], arr[1] = range []int{8, 9} {
		fmt.Println(arr)
	}
	var i any
	for i = range 2 {
	}
	fmt.Println(i)
	var r rune
	for _, r = range "xyz" {
	}
	fmt.Println(string(r))
}
