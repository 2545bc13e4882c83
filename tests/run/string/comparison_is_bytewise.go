package main

import "fmt"

func main() {
	words := []string{"", "a", "aa", "ab", "b", "B", "é", "z", "\xff", "a\x00"}
	for _, a := range words {
		for _, b := range words {
			switch {
			case a < b:
				fmt.Print("<")
			case a > b:
				fmt.Print(">")
			case a == b:
				fmt.Print("=")
			}
		}
		fmt.Println()
	}
	x, y := "abc", "ab"
	y += "c"
	fmt.Println(x == y, x != y, x <= y, x >= y)
}
