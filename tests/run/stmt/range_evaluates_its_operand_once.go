package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 20
			s = nil
		}
		fmt.Println(i, v, len(s))
	}
	t := []int{1, 2, 3}
	for i, v := range t {
		t[2] = 30
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	// an array is copied, unless only its index is used
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 30
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	b := [3]int{1, 2, 3}
	for i, v := range &b {
		b[2] = 30
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	for i := range b {
		fmt.Print(i, " ")
	}
	fmt.Println()
	var p *[4]int
	for i := range p {
		fmt.Print(i, " ")
	}
	fmt.Println(len(p))
}
