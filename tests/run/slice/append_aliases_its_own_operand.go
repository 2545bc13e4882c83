package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	s = append(s, s...)
	fmt.Println(s)
	s = append(s[:2], s[1:]...)
	fmt.Println(s)
	s = append(s, s[0], s[len(s)-1])
	fmt.Println(s)
	t := make([]int, 3, 20)
	copy(t, []int{7, 8, 9})
	t = append(t[:1], t[0:]...)
	fmt.Println(t)
	u := []int{1, 2, 3, 4, 5}
	copy(u[2:], u)
	fmt.Println(u)
	u = []int{1, 2, 3, 4, 5}
	fmt.Println(copy(u, u[2:]), u)
	var n []int
	n = append(n)
	fmt.Println(n == nil, append(n, n...) == nil)
}
