package main

import "fmt"

type pair struct{ a, b string }

func produce(n int, out chan<- int) {
	for i := 0; i < n; i++ {
		out <- i
	}
	close(out)
}

func main() {
	for _, size := range []int{0, 1, 3, 10} {
		ch := make(chan int, size)
		go produce(10, ch)
		sum := 0
		for v := range ch {
			if v%2 == 0 {
				continue
			}
			if v == 7 {
				break
			}
			sum += v
		}
		rest := 0
		for range ch {
			rest++
		}
		for v := range ch {
			fmt.Println("a closed channel has", v)
		}
		fmt.Println(size, sum, rest)
	}
	// Elements of more than one word, and none; a channel that is closed while the loop waits.
	pairs, nothing := make(chan pair), make(chan struct{})
	go func() {
		pairs <- pair{"x", "y"}
		pairs <- pair{"z", ""}
		close(pairs)
	}()
	for p := range pairs {
		fmt.Println(p)
	}
	go func() {
		nothing <- struct{}{}
		close(nothing)
	}()
	n := 0
	for range nothing {
		n++
	}
	fmt.Println(n)
	// The variables of a closure keep what they were given.
	var fs []func() int
	ints := make(chan int, 3)
	go produce(3, ints)
	for v := range ints {
		fs = append(fs, func() int { v += 10; return v })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
outer:
	for _, name := range []string{"a", "b"} {
		ch := make(chan int)
		go produce(5, ch)
		for v := range ch {
			switch {
			case v == 1 && name == "a":
				for range ch {
				}
				continue outer
			case v == 3:
				for range ch {
				}
				break outer
			}
			fmt.Println(name, v)
		}
	}
}
