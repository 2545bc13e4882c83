package main

import "fmt"

func nums(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func main() {
	ch := make(chan int, 3)
loop:
	for i := range nums {
		switch {
		case i%2 == 0:
			continue
		case i > 8:
			break loop
		}
		select {
		case ch <- i:
		default:
			fmt.Println("full at", i)
			break loop
		}
	}
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for i := range nums {
		for j := range nums {
			if j > i {
				break
			}
			if i+j == 6 {
				fmt.Print(i, ",", j, " ")
			}
		}
		if i == 6 {
			break
		}
	}
	fmt.Println()
}
