package main

import "fmt"

func main() {
	a := [8]int{0, 1, 2, 3, 4, 5, 6, 7}
	for _, s := range [][]int{a[2:4], a[2:4:5], a[:3:3], a[8:], a[8:8:8], a[0:0:0]} {
		fmt.Println(s, len(s), cap(s))
	}
	s := a[2:4:6]
	fmt.Println(s[:4], s[1:3:4], cap(s[1:3:3]))
	t := append(s[:1:1], 100)
	fmt.Println(a[3], t)
	i, j, k := 1, 2, 3
	u := a[i:j:k]
	fmt.Println(u, cap(u))
}
