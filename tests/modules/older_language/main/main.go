// A package of an older language beside one of a newer.
package main

import (
	"fmt"

	"example.com/older"
)

func loops() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, v := range []int{5, 6} {
		fs = append(fs, func() int { return v })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

func main() {
	loops()
	older.Loops()
}
