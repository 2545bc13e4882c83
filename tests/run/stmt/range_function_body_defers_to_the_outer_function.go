package main

import "fmt"

func seq(yield func(int) bool) {
	defer fmt.Println("seq ends")
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func f() (n int) {
	defer func() { fmt.Println("f ends", n) }()
	for i := range seq {
		defer fmt.Println("deferred", i)
		n += i
	}
	fmt.Println("loop done")
	return n * 10
}

func main() {
	fmt.Println(f())
}
