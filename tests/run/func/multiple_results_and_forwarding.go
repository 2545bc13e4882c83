package main

import (
	"errors"
	"fmt"
)

func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("division by zero")
		return
	}
	q, r = a/b, a%b
	return
}

func sum(ns ...int) (t int) {
	for _, n := range ns {
		t += n
	}
	return
}

func three() (int, int, int) { return 1, 2, 3 }

func wrap() (int, int, error) { return divmod(17, 5) }

func show(q, r int, err error) { fmt.Println(q, r, err) }

func main() {
	show(divmod(7, 2))
	show(divmod(7, 0))
	show(wrap())
	fmt.Println(sum(three()))
	fmt.Println(three())
	q, _, _ := divmod(9, 2)
	fmt.Println(q)
	a, b, c := three()
	a, b = b+c, a
	fmt.Println(a, b, c)
	fs := []func() (int, error){func() (int, error) { return 5, nil }}
	v, err := fs[0]()
	fmt.Println(v, err)
}
