package main

import "fmt"

func upto(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
outer:
	for i := range upto(4) {
		for j := range upto(4) {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for i := range upto(5) {
		if i == 3 {
			goto end
		}
		fmt.Print(i, " ")
	}
	fmt.Println("never")
end:
	fmt.Println("end")
}
