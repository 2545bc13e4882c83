package main

import "fmt"

func f(n int) int {
	fmt.Print(n, " ")
	return n
}

func g(a, b, c int) int { return a + b + c }

type t struct{ n int }

func (v t) add(n int) t { fmt.Print("add", n, " "); return t{v.n + n} }

func main() {
	fmt.Println(f(1) + f(2)*f(3))
	fmt.Println(g(f(1), f(2), f(3)))
	fmt.Println([]int{f(1), f(2)}[f(0)])
	m := map[int]int{f(5): f(6)}
	m[f(7)] = f(8)
	fmt.Println(len(m))
	fmt.Println(t{f(1)}.add(f(2)).add(f(3)))
	a := [3]int{}
	a[f(0)], a[f(1)] = f(10), f(11)
	fmt.Println(a)
	fmt.Println(f(1) == f(2) || f(3) == f(3))
	s := make([]int, f(2), f(4))
	fmt.Println(len(s[f(0):f(1)]))
	ch := make(chan int, f(1))
	ch <- f(9)
	fmt.Println(<-ch + f(1))
}
