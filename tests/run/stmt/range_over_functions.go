package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("cleanup")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(yield func(string, int) bool) {
	_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
}

func three(yield func() bool) {
	for range 3 {
		if !yield() {
			return
		}
	}
}

func find(n int) string {
	for i := range count(10) {
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func main() {
	for i := range count(3) {
		if i == 1 {
			continue
		}
		fmt.Println(i)
	}
	for i := range count(3) {
		if i == 1 {
			break
		}
	}
	for k, v := range pairs {
		fmt.Println(k, v)
	}
	for k := range pairs {
		fmt.Print(k, " ")
	}
	n := 0
	for range three {
		n++
	}
	fmt.Println(n)
	fmt.Println(find(2))
}
