package main

import (
	"errors"
	"fmt"
)

// The end of a function behind a select of which every clause returns is never reached.
func either(a, b chan string) (string, error) {
	select {
	case s := <-a:
		return s, nil
	case <-b:
		return "", errors.New("b")
	}
}

func one(a chan int) (int, string, error) {
	select {
	case n, ok := <-a:
		return n, fmt.Sprint(ok), nil
	}
}

func withDefault(a chan int) (n int, s string, err error) {
	select {
	case n := <-a:
		return n, "received", nil
	default:
		return -1, "nothing", nil
	}
}

func never() (int, error) {
	select {}
}

func main() {
	a, b := make(chan string, 1), make(chan string, 1)
	a <- "a"
	fmt.Println(either(a, b))
	b <- "b"
	fmt.Println(either(a, b))
	c := make(chan int, 1)
	c <- 7
	fmt.Println(one(c))
	fmt.Println(withDefault(c))
	c <- 8
	fmt.Println(withDefault(c))
	go never()
}
