package main

import "fmt"

func main() {
	for _, d := range []int{-7, -1, 0, 1, 6, 7, 1 << 62, -1 << 63} {
		fmt.Println(d%3, d/3, d%1000, d/1000, d%30000, d/30000, d%-3, d/-3, d%1, d/1)
	}
}
