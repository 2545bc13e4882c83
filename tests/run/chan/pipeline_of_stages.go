package main

import "fmt"

func gen(n int) <-chan int {
	out := make(chan int)
	go func() {
		for i := 2; i < n; i++ {
			out <- i
		}
		close(out)
	}()
	return out
}

func filter(in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			if v%p != 0 {
				out <- v
			}
		}
		close(out)
	}()
	return out
}

func main() {
	ch := gen(100)
	for {
		p, ok := <-ch
		if !ok {
			break
		}
		fmt.Print(p, " ")
		ch = filter(ch, p)
	}
	fmt.Println()
}
