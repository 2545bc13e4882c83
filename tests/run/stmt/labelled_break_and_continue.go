package main

import "fmt"

func main() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; ; j++ {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
sw:
	switch {
	default:
		for {
			break sw
		}
		fmt.Println("never")
	}
	ch := make(chan int, 1)
sel:
	for {
		select {
		case ch <- 1:
			fmt.Println("sent")
		case <-ch:
			fmt.Println("received")
			break sel
		}
	}
loop:
	for k := range 5 {
		switch {
		case k == 1:
			continue loop
		case k == 3:
			break loop
		}
		fmt.Println(k)
	}
}
