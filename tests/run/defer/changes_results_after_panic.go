package main

import (
	"fmt"
	"strconv"
)

func parse(s string) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = -1, fmt.Errorf("parse %q: %v", s, r)
		}
	}()
	n = must(strconv.Atoi(s))
	return n * 2, nil
}

func must(n int, err error) int {
	if err != nil {
		panic(err)
	}
	return n
}

func unnamed() int {
	defer func() { recover() }()
	panic("x")
}

func partial() (a int, b string) {
	defer func() { recover() }()
	a = 1
	b = "set"
	panic("x")
}

func main() {
	fmt.Println(parse("21"))
	fmt.Println(parse("abc"))
	fmt.Println(unnamed())
	fmt.Println(partial())
}
