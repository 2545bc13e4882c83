package main

import "fmt"

type writer interface {
	Write(p []byte, more ...int) (int, error)
}

type none struct{}

func (none) Write(p []byte, more ...int) (int, error) { return len(p) + len(more), nil }

type outer struct {
	none
}

type empties [0]int

func (empties) Write(p []byte, more ...int) (int, error) {
	return -len(p), fmt.Errorf("%d more", len(more))
}

func main() {
	for _, w := range []writer{none{}, outer{}, empties{}, &none{}, &outer{}} {
		fmt.Println(w.Write([]byte("abcdef"), 1, 2))
		f := w.Write
		fmt.Println(f([]byte("ab")))
	}
	fmt.Println(none.Write(none{}, []byte("abc")))
	fmt.Println(outer.Write(outer{}, []byte("abcd"), 5))
	fmt.Println(writer.Write(empties{}, []byte("abcde"), 5))
}
