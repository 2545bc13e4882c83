package main

import "fmt"

func seq(yield func(int) bool) {
	for i := range 2 {
		if !yield(i) {
			return
		}
	}
}

// The first loop may be passed by, the second one defers all the same.
func two(first bool) (n int) {
	defer func() { fmt.Println("function", n) }()
	if first {
		for i := range seq {
			defer fmt.Println("first", i)
		}
	}
	for i := range seq {
		defer fmt.Println("second", i)
		n++
	}
	return n * 10
}

func jumped(n int) {
	if n > 0 {
		goto end
	}
	for i := range seq {
		for j := range seq {
			defer fmt.Println("inner", i, j)
		}
	}
end:
	for range seq {
		for j := range seq {
			func() {
				defer fmt.Println("literal", j)
				for k := range seq {
					defer fmt.Println("literal's loop", k)
				}
			}()
			defer fmt.Println("end", n, j)
			break
		}
	}
}

func main() {
	fmt.Println(two(false))
	fmt.Println(two(true))
	jumped(1)
	jumped(0)
}
