package main

import "fmt"

func main() {
	// Loops that end at their condition.
	for k := 5; k != 0; k = (k - 1) / 2 {
		fmt.Print(k, " ")
	}
	for k := 3; k >= 0; k-- {
		fmt.Print(k, " ")
	}
	for f := 1.0; f <= 3.5; f += 0.5 {
		fmt.Print(f, " ")
	}
	for t := "a"; t != "aaaa"; t += "a" {
		fmt.Print(t, " ")
	}
	for u, w := uint(3), uint(9); u < w && w != 7 || u == 100; u, w = u+1, w-1 {
		fmt.Print(u, w, " ")
	}
	type node struct{ next *node }
	var list *node
	for range 3 {
		list = &node{list}
	}
	length := 0
	for at := list; at != nil; at = at.next {
		length++
	}
	done := false
	for !done {
		length++
		done = length > 5
	}
	fmt.Println(length)
	// A NaN ends no loop that would go on while it is less.
	nan, rounds := 0.0, 0
	nan /= nan
	for f := 0.0; !(f >= 2) && rounds < 5; f = nan {
		rounds++
	}
	fmt.Println(rounds)
	for u := uint(9); u > 2; u /= 2 {
		fmt.Print(u, " ")
	}
	for u, top := uint64(1), uint64(1<<63); u <= top; u *= 4 {
		if u == 0 {
			break
		}
		fmt.Print(u>>60, " ")
	}
	for k := -4; k <= 4; {
		k += 3
		fmt.Print(k, " ")
	}
	for k := 4; k < 9 && k > -9; k -= 5 {
		fmt.Print(k, " ")
	}
	zero := 0.0
	for f := 0.0; f == zero; f++ {
		fmt.Print(f, " ")
	}
	for f := 3.0; f != zero; f-- {
		fmt.Print(f, " ")
	}
	for f := 0.5; !(f <= zero); f -= 0.125 {
		fmt.Print(f, " ")
	}
	for f := 9.0; f > 1.5; f /= 2 {
		fmt.Print(f, " ")
	}
	same := "x"
	for t := "x"; t == same; t += "y" {
		fmt.Print(t, " ")
	}
	for a, b := 1, 20; a <= b; a, b = a*2, b-1 {
		fmt.Print(a, b, " ")
	}
	for a, b := 3, 3; a == b; a++ {
		fmt.Print(a, " ")
	}
	for a, b := 0, 3; a != b; a++ {
		fmt.Print(a, " ")
	}
	fmt.Println()
}
