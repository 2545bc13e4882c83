package main

import "fmt"

type small uint8

func n() int {
	fmt.Println("evaluated once")
	return 3
}

func main() {
	for i := range n() {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for range 2 {
		fmt.Println("twice")
	}
	for range -1 {
		fmt.Println("never")
	}
	var s small = 4
	for i := range s {
		fmt.Printf("%T %v ", i, i)
	}
	fmt.Println()
	for i := range 3 {
		i *= 10
		fmt.Print(i, " ")
	}
	fmt.Println()
	var k int
	for k = range 5 {
	}
	fmt.Println(k)
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	for i := range int64(1) {
		fmt.Printf("%T\n", i)
	}
}
