package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("<", n, "> ")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func find(target int) (i, j int, ok bool) {
	for i := range seq(4) {
		for j := range seq(5) {
			if i*10+j == target {
				return i, j, true
			}
		}
	}
	return
}

func named() (s string, err error) {
	defer func() { s += "!" }()
	for i := range seq(3) {
		s += fmt.Sprint(i)
		if i == 1 {
			return s + "r", fmt.Errorf("e%d", i)
		}
	}
	return "none", nil
}

func main() {
	fmt.Println(find(12))
	fmt.Println(find(99))
	fmt.Println(named())
}
