package main

import "fmt"

func main() {
	a, b := make(chan int, 1000), make(chan int, 1000)
	for i := range 1000 {
		a <- i
		b <- i
	}
	na, nb := 0, 0
	for range 1000 {
		select {
		case <-a:
			na++
		case <-b:
			nb++
		}
	}
	fmt.Println(na+nb, na > 300, nb > 300)
}
