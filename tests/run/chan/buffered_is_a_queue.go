package main

import "fmt"

func main() {
	ch := make(chan string, 3)
	ch <- "a"
	ch <- "b"
	fmt.Println(len(ch), cap(ch))
	ch <- "c"
	fmt.Println(<-ch, len(ch))
	ch <- "d"
	close(ch)
	for range 5 {
		v, ok := <-ch
		fmt.Printf("%q %v\n", v, ok)
	}
	var n chan int
	fmt.Println(len(n), cap(n), n == nil)
}
