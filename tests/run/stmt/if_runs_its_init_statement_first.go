package main

import "fmt"

func f(s string) int {
	fmt.Println("call", s)
	return len(s)
}

func main() {
	if n := f("abc"); n > 2 {
		fmt.Println("long", n)
	} else if m := f("x"); m == n {
		fmt.Println("never")
	}
	if n := f("a"); n > 2 {
		fmt.Println("never")
	} else if m := f("b"); m == n {
		fmt.Println("same", m, n)
	} else {
		fmt.Println("never")
	}
	n := "outer"
	if n := 1; n == 1 {
		n := "inner"
		fmt.Println(n)
	}
	fmt.Println(n)
}
