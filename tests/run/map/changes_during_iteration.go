package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := range 100 {
		m[i] = true
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
	}
	fmt.Println(seen, len(m))
	for i := range 50 {
		m[i] = true
	}
	n := 0
	for k := range m {
		n++
		for j := range 50 {
			if j != k {
				delete(m, j)
			}
		}
	}
	fmt.Println(n, len(m))
	clear(m)
	for i := range 10 {
		m[i] = true
	}
	visits := map[int]int{}
	for k := range m {
		visits[k]++
		if k < 10 {
			m[k+100] = true
		}
	}
	for i := range 10 {
		if visits[i] != 1 {
			fmt.Println("BUG", i, visits[i])
		}
	}
	for _, v := range visits {
		if v != 1 {
			fmt.Println("BUG twice")
		}
	}
	fmt.Println(len(m))
	for range m {
		clear(m)
	}
	fmt.Println(len(m))
}
