package main

import "fmt"

type s struct {
	arr [3]int
	p   *int
}

func main() {
	ch := make(chan s, 2)
	n := 1
	v := s{[3]int{1, 2, 3}, &n}
	ch <- v
	v.arr[0] = 100
	*v.p = 5
	ch <- v
	a, b := <-ch, <-ch
	fmt.Println(a.arr, *a.p, b.arr, *b.p)
	a.arr[1] = -1
	fmt.Println(v.arr)
}
