package main

import "fmt"

func seq(yield func(int) bool) {
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func one(first, second bool) (n int) {
	if first {
		for i := range seq {
			if i == 1 {
				return 10
			}
			defer fmt.Println("first", i)
		}
	}
	// This one is left by its end only.
	for i := range seq {
		n += i
	}
	if second {
		for i := range seq {
			if i == n-1 {
				break
			}
			if i == n-2 {
				return 20
			}
		}
	}
	for i := range seq {
		func() { n += i }()
	}
	return
}

func main() {
	for _, first := range []bool{false, true} {
		for _, second := range []bool{false, true} {
			fmt.Println(one(first, second))
		}
	}
}
